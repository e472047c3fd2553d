import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { OutboxMail } from '#core/messaging'
import { LOCALES, Organisation } from '#core/organisation'
import { allContributions, clock, routeTable, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { captcha } from '#core/web'
import { signedIn, someStaff } from '#tests/accounts/people'
import { everyLanguage, leakingMails, POISONS, Seen, shows } from '#tests/journeys/hostile'
import { hostileQueue } from '#tests/journeys/hostile_queue'
import { Visit } from '#tests/journeys/visit'
import { freshDatabase } from '#tests/kit/database'
import { aPlanner } from '#tests/scheduling/planner'

/** Pages that print what operators write about themselves. */
const SITE = ['/', '/help', '/contact', '/privacy', '/legal-notice', '/accessibility']

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
      const seen = new Seen()
      const visit = await hostilePlace(poison)
      await poisonSettings(poison)
      const look = (path: string) => seen.look(visit.client, path)

      for (const path of [...SITE, '/booking', visit.path, `${visit.path}/week`]) {
        for (const locale of LOCALES) await look(`${path}?lang=${locale}`)
      }
      assert.isTrue(shows(await look('/help'), poison.split('\r')[0]))
      // Late enough that a customer may still move and cancel.
      const late = clock.now() + 24 * 3_600_000
      const [first, second] = (await visit.starts()).filter((startsAt) => startsAt > late)
      seen.add('choosing', await visit.choose(first))
      const typed = { first_name: poison, last_name: poison, phone: poison }
      seen.add('wrong details', await visit.fillIn({ ...typed, email: poison }))
      await look(`/booking/drafts/${visit.draft}`)
      const given = { ...typed, phone: poison.slice(0, 40), email: 'ada@example.org' }
      seen.add('details', await visit.fillIn(given))
      await look(`/booking/drafts/${visit.draft}/confirmation`)
      const rival = new Visit(visit.place)
      seen.add('taken', await rival.choose(first))
      const confirmation = `/booking/drafts/${visit.draft}/confirmation`
      seen.add('wrong captcha', await visit.client.post(confirmation, { altcha: poison }))
      const confirmed = seen.add('confirming', await visit.confirm(randomUUID()))
      assert.equal(confirmed.status, 303)
      for (const page of ['', '/cancellation', '/move', '/calendar.ics', '/ticket.pdf']) {
        await look(`/booking/manage/${visit.manage}${page}`)
      }
      const manage = `/booking/manage/${visit.manage}`
      const other = { starts_at: String(second) }
      seen.add('moving', await visit.client.post(`${manage}/move`, other))
      const reason = { reason: poison }
      seen.add('cancelling', await visit.client.post(`${manage}/cancellation`, reason))
      await look(manage)
      await lookAtPanel(poison, seen)

      assert.deepEqual(seen.faults(), [])
      assert.deepEqual(await leakingMails(), [])
      const { length: mails } = await OutboxMail.all()
      assert.equal(mails, 3)
      console.log(`    ${kind}: ${seen.answers.length} answers, ${mails} mails`)
    }).timeout(120_000)
  }
})

/** A place whose operator wrote the poison wherever the panel lets them write. */
async function hostilePlace(poison: string): Promise<Visit> {
  const place = await aPlanner({
    service: {
      name: everyLanguage(poison),
      description: everyLanguage(poison),
      preparation: everyLanguage(poison),
    },
  })
  const texts = { name: poison, address: poison, phone: poison.slice(0, 40), email: poison }
  await place.location.merge(texts).save()
  await place.resource.merge({ name: poison }).save()
  await hostileQueue(place.location, poison)
  const organisation = await Organisation.firstOrFail().catch(() => new Organisation())
  const written = ['legalNotice', 'privacyNotice', 'accessibilityStatement', 'help']
  const notices = Object.fromEntries(written.map((name) => [name, everyLanguage(poison)]))
  await organisation.merge({ ...texts, ...notices }).save()
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
async function lookAtPanel(poison: string, seen: Seen): Promise<void> {
  const client = await signedIn(
    await someStaff({ role: 'owner', firstName: poison, lastName: poison })
  )
  const pages = routeTable().filter(
    ({ area, method, pattern }) => area === 'staff' && method === 'GET' && !pattern.includes(':')
  )
  const word = encodeURIComponent(poison)
  for (const { pattern } of pages) {
    await seen.look(client, pattern)
    await seen.look(client, `${pattern}?q=${word}&sort=${word}&page=${word}`)
  }
}
