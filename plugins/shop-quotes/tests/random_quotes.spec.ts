import { test } from '@japa/runner'
import type { User } from '#core/accounts'
import { clock, randomId, transaction, type Actor } from '#core/platform'
import { addDays, dayBounds, localDateOf } from '#core/scheduling'
import { AcceptQuote } from '#plugins/shop-quotes/actions/accept_quote'
import { ExpireQuotes } from '#plugins/shop-quotes/actions/expire_quotes'
import { HonourQuote } from '#plugins/shop-quotes/actions/honour_quote'
import { SaveDraft } from '#plugins/shop-quotes/actions/save_draft'
import { SayAboutQuote } from '#plugins/shop-quotes/actions/say_about_quote'
import { SendQuote } from '#plugins/shop-quotes/actions/send_quote'
import { lockedQuote, takeQuoteStep } from '#plugins/shop-quotes/actions/take_quote_step'
import type { Doer, QuoteStep } from '#plugins/shop-quotes/domain/quote_states'
import type { OwnWord } from '#plugins/shop-quotes/domain/quote_words'
import { Order } from '#plugins/shop-quotes/models/order'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { QuoteModel } from '#plugins/shop-quotes/tests/quote_model'
import {
  aDraft,
  aQuotedService,
  asStaff,
  billing,
  NOW,
  quoteNow,
  requested,
} from '#plugins/shop-quotes/tests/quotes'
import { someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { chance } from '#tests/kit/nonsense'
import { repetitions } from '#tests/kit/repetitions'
import { aLocation } from '#tests/scheduling/planner'

const WAYS: [step: QuoteStep, by: Doer][] = [
  ...(['review', 'ask', 'send', 'send', 'send', 'honour', 'decline', 'write', 'note'] as const).map(
    (step): [QuoteStep, Doer] => [step, 'staff']
  ),
  ...(
    ['answer', 'accept', 'reject', 'ask_change', 'ask_revival', 'withdraw', 'write'] as const
  ).map((step): [QuoteStep, Doer] => [step, 'customer']),
  ['expire', 'time'],
  ['expire', 'time'],
]
const LONG = 12
const DAY = 86_400_000
const PAUSES = [0, 0, 0, 1, 2, 5]
const ZONE = 'Europe/Madrid'
const GOOD_FOR = 3
const PRICE = 12_100

test.group('Quotes at random', (group) => {
  group.each.setup(() => freshDatabase())
  const begin = frozenAt(group, NOW)

  test('S9, S10 whatever customers, staff and time do, the table tells what became of it', async ({
    assert,
  }) => {
    await aLocation({ zone: ZONE })
    const whole = chance(20_261_130)
    const runs = repetitions('random lives of a quote', {
      test: 100,
      proof: 2000,
      postgres: 500,
    })
    const people = { staff: await asStaff(), user: await someCustomer() }
    const service = await aQuotedService()
    const seen: Record<string, number> = {}
    for (let run = 0; run < runs; run++) {
      clock.freeze(begin)
      let quote = await requested(people.user, service)
      const model = new QuoteModel()
      for (let nth = 0; nth < LONG; nth++) {
        clock.freeze(clock.now() + PAUSES[whole(PAUSES.length)] * DAY)
        const [step, by] = WAYS[whole(WAYS.length)]
        const now = clock.now()
        const lastDay = addDays(localDateOf(ZONE, now), GOOD_FOR)
        const expected = model.may(step, by, now)
        if (expected) model.take(step, by, { until: dayBounds(ZONE, lastDay).to })
        const done = await act(quote, { step, by, lastDay, ...people })
        quote = await quoteNow(quote)
        const where = `${step} by ${by} in run ${run}`
        assert.deepEqual([done, quote.state], [expected, model.state], where)
        const key = `${step} ${done ? 'ok' : 'refused'}`
        seen[key] = (seen[key] ?? 0) + 1
      }
      assert.deepEqual(await madeOf(quote), [model.versions, Array(model.orders).fill(PRICE)])
    }
    console.log(`      ${runs} runs: ${JSON.stringify(seen)}`)
    assert.isTrue(WAYS.every(([step]) => seen[`${step} ok`] > 0))
  }).timeout(1_200_000)
})

type Doing = { step: QuoteStep; by: Doer; lastDay: string; staff: Actor; user: User }

async function act(quote: Quote, doing: Doing): Promise<boolean> {
  const { step, by, lastDay, staff, user } = doing
  const { id: quoteId } = quote
  const customer = { kind: 'customer', id: user.id } as const
  switch (step) {
    case 'expire':
      await new ExpireQuotes().handle()
      return quote.state === 'sent' && (await quoteNow(quote)).state === 'expired'
    case 'send':
      return sends(quote, staff, lastDay)
    case 'honour':
      return (await new HonourQuote().handle({ quoteId, reason: 'Again.', lastDay, by: staff })).ok
    case 'accept':
      return accepts(quote, customer)
    default:
      return by === 'staff' ? stepOf(quoteId, step, staff) : says(quote, step as OwnWord, customer)
  }
}

/** What staff do by the state table alone. */
const stepOf = (quoteId: number, step: QuoteStep, by: Actor): Promise<boolean> =>
  transaction(async (trx) => {
    const quote = await lockedQuote(trx, quoteId)
    return (await takeQuoteStep(trx, quote, { step, by, text: `${step} …` })).ok
  })

async function sends({ id: quoteId }: Quote, by: Actor, lastDay: string): Promise<boolean> {
  const draft = aDraft({ lastDay })
  const saved = await new SaveDraft().handle({ quoteId, draft, seen: 0, by })
  return saved.ok && (await new SendQuote().handle({ quoteId, seen: saved.seen, by })).ok
}

const versionOf = ({ currentVersionId: id }: Quote): Promise<QuoteVersion | null> =>
  id === null ? Promise.resolve(null) : QuoteVersion.find(id)

async function says(quote: Quote, word: OwnWord, by: Actor): Promise<boolean> {
  const seen = (await versionOf(quote))?.publicId ?? null
  const words = { formKey: randomId(), quoteId: quote.id, word, text: 'So.', files: [], seen, by }
  return (await new SayAboutQuote().handle(words)).ok
}

/** A second acceptance gets the first one's order, and is none. */
async function accepts(quote: Quote, by: Actor): Promise<boolean> {
  const version = await versionOf(quote)
  if (!version) return false
  const terms = { locale: 'en', text: '' } as const
  const accepted = await new AcceptQuote().handle({
    ...{ quoteId: quote.id, version: version.publicId, digest: version.digest!, chosen: [], by },
    ...{ billing: billing(), method: 'desk', terms, startsEarly: false },
    addressDigest: 'x'.repeat(64),
  })
  return accepted.ok && quote.acceptance === null
}

/** How many versions were sent, and what the orders of it come to. */
async function madeOf({ id: quoteId }: Quote): Promise<[number, number[]]> {
  const versions = await QuoteVersion.query().where({ quoteId }).whereNotNull('sentAt')
  const ids = versions.map(({ id }) => id)
  const orders = await Order.query().whereIn('quoteVersionId', ids)
  return [versions.length, orders.map(({ totalMinor }) => totalMinor)]
}
