import { clock, installedPluginIds, migrate } from '#core/platform'
import { AcceptQuote } from '#plugins/shop-quotes/actions/accept_quote'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import {
  aQuotedService,
  asStaff,
  billing,
  offers,
  requested,
} from '#plugins/shop-quotes/tests/quotes'
import { someCustomer } from '#tests/accounts/people'
import { aLocation } from '#tests/scheduling/planner'
import type { Counted } from '#tests/kit/race_ground'

/** `at`: what time it is meanwhile. */
export type QuoteRaceTask = { at: number } & (
  | { kind: 'prepare'; quotes: number }
  /** Accepts each quote that was sent so many times at once. */
  | { kind: 'accept'; times: number }
)

export function run(task: QuoteRaceTask): Promise<Counted> {
  clock.freeze(task.at)
  return task.kind === 'prepare' ? prepare(task.quotes) : accept(task.times)
}

async function prepare(quotes: number): Promise<Counted> {
  await migrate(installedPluginIds())
  await aLocation({ zone: 'Europe/Madrid' })
  const [user, service, by] = [await someCustomer(), await aQuotedService(), await asStaff()]
  for (let nth = 0; nth < quotes; nth++) await offers(await requested(user, service), {}, by)
  return { quotes: (await Quote.query().where('state', 'sent')).length }
}

async function accept(times: number): Promise<Counted> {
  const versions = await QuoteVersion.query().orderBy('id')
  const answer: Counted = {}
  const tries = versions.flatMap((version) => Array.from({ length: times }, () => version))
  await Promise.all(
    tries.map(async (version) => {
      const outcome = await outcomeOf(version)
      answer[outcome] = (answer[outcome] ?? 0) + 1
    })
  )
  return answer
}

async function outcomeOf({ quoteId, publicId: version, digest }: QuoteVersion): Promise<string> {
  const agreed = { billing: billing(), method: 'desk', startsEarly: false } as const
  const accepted = await new AcceptQuote().handle({
    ...{ ...agreed, quoteId, version, digest: digest!, chosen: [] },
    ...{ terms: { locale: 'en', text: 'Be kind.' }, addressDigest: 'a'.repeat(64) },
    by: { kind: 'customer', id: 1 },
  })
  return accepted.ok ? 'ordered' : accepted.reason
}
