import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { OutboxMail, renderMail } from '#core/messaging'
import { Organisation } from '#core/organisation'
import { allContributions, routeTable, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { captcha } from '#core/web'
import { signedIn, someStaff } from '#tests/accounts/people'
import { Visit } from '#tests/journeys/visit'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { aPlanner } from '#tests/scheduling/planner'

const POISONS = {
  markup: `"><img src=x onerror=1>`,
  script: `'></textarea></title><script>alert(1)</script>`,
  template: '{{ 7331*7 }}${7331*7}{{{ "<i>x" }}}@eval(1)',
  sql: `'; drop table booking_drafts; --`,
  'an unclosed ICU message': `{name, select, other {'{' l’eau '<b>'`,
  'right to left and emoji': '\u202Eevil\u202C 👩\u200D🚀 <b>שלום',
  'further header lines': 'Ada\r\nX-Evil: 1\r\n\r\n<img src=x>',
}

/** What no page and no mail may contain: our text as markup, or a template that was run. */
const MARKUP = /<img src=x|<script>alert|<b>|<i>x|51317/i
/** A calendar file is no markup; there a text must not become a line of its own. */
const LINE = /^X-Evil:/im

const leakIn = ({ headers, text }: Answer) =>
  (headers.get('content-type')?.startsWith('text/calendar') ? LINE : MARKUP).exec(text)?.[0]

test.group('hostile texts', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => {
    captcha.fake()
    return () => captcha.restore()
  })

  for (const [kind, poison] of Object.entries(POISONS)) {
    test(`${kind} from customers and operators stays text on every page and mail`, async ({
      assert,
    }) => {
      const seen: [what: string, answer: Answer][] = []
      const visit = await hostilePlace(poison)
      await poisonSettings(poison)
      const look = async (path: string) => seen.push([path, await visit.client.get(path)])

      for (const path of ['/', '/booking', visit.path, `${visit.path}/week`, '/help', '/contact']) {
        await look(path)
      }
      // Late enough that a customer may still move and cancel.
      const [first, second] = (await visit.starts()).slice(60)
      seen.push(['choosing', await visit.choose(first)])
      const typed = { first_name: poison, last_name: poison, phone: poison }
      seen.push(['wrong details', await visit.fillIn({ ...typed, email: poison })])
      await look(`/booking/drafts/${visit.draft}`)
      seen.push([
        'details',
        await visit.fillIn({ ...typed, phone: poison.slice(0, 40), email: 'ada@example.org' }),
      ])
      await look(`/booking/drafts/${visit.draft}/confirmation`)
      const rival = new Visit(visit.place)
      seen.push(['taken', await rival.choose(first)])
      seen.push([
        'wrong captcha',
        await visit.client.post(`/booking/drafts/${visit.draft}/confirmation`, { altcha: poison }),
      ])
      const confirmed = await visit.confirm(randomUUID())
      seen.push(['confirming', confirmed])
      assert.equal(confirmed.status, 303)
      for (const page of ['', '/cancellation', '/move', '/calendar.ics']) {
        await look(`/booking/manage/${visit.manage}${page}`)
      }
      const manage = `/booking/manage/${visit.manage}`
      seen.push([
        'moving',
        await visit.client.post(`${manage}/move`, { starts_at: String(second) }),
      ])
      seen.push([
        'cancelling',
        await visit.client.post(`${manage}/cancellation`, { reason: poison }),
      ])
      await look(manage)
      seen.push(...(await panel(poison)))

      const broken = seen.filter(([, { status }]) => status >= 500)
      assert.deepEqual(
        broken.map(([what, { status }]) => `${what}: ${status}`),
        []
      )
      const leaking = seen.filter(([, answer]) => leakIn(answer))
      assert.deepEqual(
        leaking.map(([what, answer]) => `${what}: ${leakIn(answer)}`),
        []
      )
      assert.deepEqual(await leakingMails(), [])
      assert.lengthOf(await OutboxMail.all(), 3)
      console.log(`    ${kind}: ${seen.length} answers, ${(await OutboxMail.all()).length} mails`)
    }).timeout(120_000)
  }
})

/** A place whose operator wrote the poison wherever the panel lets them write. */
async function hostilePlace(poison: string): Promise<Visit> {
  const place = await aPlanner({
    service: {
      name: { en: poison, de: poison },
      description: { en: poison },
      preparation: { en: poison },
    },
  })
  const texts = { name: poison, address: poison, phone: poison.slice(0, 40), email: poison }
  await place.location.merge(texts).save()
  await place.resource.merge({ name: poison }).save()
  const organisation = await Organisation.firstOrFail().catch(() => new Organisation())
  await organisation.merge(texts).save()
  return new Visit(place)
}

/** Every setting that takes a text; those with rules of their own refuse it, which is as good. */
async function poisonSettings(poison: string): Promise<void> {
  for (const { value: definitions } of allContributions('settings')) {
    for (const definition of definitions) {
      await transaction((trx) => saveSetting(trx, definition, poison, SYSTEM))
    }
  }
}

/** Every page of the panel that has an address without parts, as the owner sees it; lists searched. */
async function panel(poison: string): Promise<[string, Answer][]> {
  const client = await signedIn(
    await someStaff({ role: 'owner', firstName: poison, lastName: poison })
  )
  const pages = routeTable().filter(
    ({ area, method, pattern }) => area === 'staff' && method === 'GET' && !pattern.includes(':')
  )
  const seen: [string, Answer][] = []
  for (const { pattern } of pages) {
    seen.push([pattern, await client.get(pattern)])
    const query = `${pattern}?q=${encodeURIComponent(poison)}&sort=${encodeURIComponent(poison)}&page=${encodeURIComponent(poison)}`
    seen.push([query, await client.get(query)])
  }
  return seen
}

async function leakingMails(): Promise<string[]> {
  const leaking: string[] = []
  for (const row of await OutboxMail.all()) {
    const rendered = await renderMail(row)
    if (!rendered.ok) continue
    const { html, subject, invite } = rendered.mail
    if (MARKUP.test(html)) leaking.push(`${row.template}: ${MARKUP.exec(html)?.[0]}`)
    if (/[\r\n]/.test(subject)) leaking.push(`${row.template}: a subject of two lines`)
    if (invite && /^X-Evil:/m.test(JSON.stringify(invite))) leaking.push(`${row.template}: invite`)
  }
  return leaking
}
