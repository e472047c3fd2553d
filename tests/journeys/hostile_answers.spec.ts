import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { saveFormVersion, type FormField } from '#core/forms'
import { runDueJobs } from '#core/jobs'
import { smtpTransport, useMailTransport } from '#core/messaging'
import { Organisation } from '#core/organisation'
import { clock, SYSTEM, transaction } from '#core/platform'
import { addBlock, OpeningException } from '#core/scheduling'
import { captcha } from '#core/web'
import { Report } from '#app/feedback/models/report'
import { hostileTickets } from '#plugins/helpdesk/tests/hostile_desk'
import { aPractice } from '#plugins/patient-visits/tests/clinic'
import { hostileShop } from '#plugins/shop-quotes/tests/hostile_shop'
import { signedIn, someStaff } from '#tests/accounts/people'
import {
  everyLanguage,
  leakingMessages,
  lookAtRecords,
  POISONS,
  Seen,
  shows,
} from '#tests/journeys/hostile'
import { hostileQueue } from '#tests/journeys/hostile_queue'
import { Visit } from '#tests/journeys/visit'
import { aPairedDevice, withKinds } from '#tests/devices/devices'
import { freshDatabase } from '#tests/kit/database'
import type { HtmlForm } from '#tests/kit/forms'
import type { HttpClient } from '#tests/kit/http'
import { smtpStub } from '#tests/messaging/smtp_stub'
import { aFunder } from '#tests/organisation/funders'
import { aPlanner } from '#tests/scheduling/planner'

const RIGHT = {
  'answers[few]': 'o1',
  'answers[many]': 'o7',
  'answers[day]': '2027-01-19',
  'answers[amount]': '2,5',
  'answers[call]': '+39 050 98765',
  'answers[box]': 'on',
  'answers[consent]': 'on',
}

test.group('hostile questions and answers', (group) => {
  let stub: Awaited<ReturnType<typeof smtpStub>>

  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    stub = await smtpStub()
    const restore = useMailTransport(smtpTransport({ host: '127.0.0.1', port: stub.port }))
    captcha.fake()
    return async () => {
      captcha.restore()
      restore()
      await stub.close()
    }
  })

  for (const [kind, poison] of Object.entries(POISONS)) {
    test(`${kind} in the questions and answers of a form stays text everywhere`, async ({
      assert,
      cleanup,
    }) => {
      const seen = new Seen()
      const place = await askingPlace(poison)
      const { id: locationId } = place.location
      cleanup(withKinds([{ id: 1, name: poison, locationId }]))
      await aPairedDevice({ name: poison, locationId })
      await aFunder({ name: poison, alternative: everyLanguage(poison) })
      const told = { problem: poison, page: poison, name: poison, email: poison }
      await Report.create({ ...told, locale: 'en' })
      await aHostilePractice(poison)
      await hostileTickets(poison)
      await hostileShop(poison)
      const visit = new Visit(place)
      const staff = await signedIn(await someStaff({ role: 'owner', lastName: poison }))
      const late = clock.now() + 24 * 3_600_000
      const starts = (await visit.starts()).filter((startsAt) => startsAt > late)
      const [first, second, third] = starts

      await answersOnline(visit, first, { poison, seen })
      const draft = `/booking/drafts/${visit.draft}`
      const check = await seen.look(visit.client, `${draft}/confirmation`)
      for (const answer of ['line', 'lines'])
        assert.isTrue(shows(check, await said(answer)), answer)
      seen.add('confirming', await visit.confirm(randomUUID()))
      const id = await answersAtDesk(staff, place, { startsAt: second, poison, seen })
      const shown = await seen.look(staff, `/admin/booking/appointments/${id}`)
      for (const answer of ['line', 'lines'])
        assert.isTrue(shows(shown, await said(answer)), answer)
      await changesAtDesk(staff, id, { startsAt: third, poison, seen })
      await runDueJobs()
      assert.deepEqual(await lookAtRecords(staff, seen), [])

      assert.deepEqual(seen.faults(), [])
      // Four about the appointment, and three about each of three tickets.
      assert.lengthOf(stub.taken, 4 + 9)
      assert.deepEqual(await leakingMessages(stub.taken), [])
      console.log(`    ${kind}: ${seen.answers.length} answers, ${stub.taken.length} messages`)
    }).timeout(120_000)
  }
})

/** A clinic, a visit type and a doctor that are called so. */
async function aHostilePractice(poison: string): Promise<void> {
  const name = everyLanguage(poison)
  const { doctors } = await aPractice({
    clinic: { name, description: name, phone: poison.slice(0, 40) },
    service: { name, description: name, preparation: name },
  })
  await doctors[0].merge({ name: poison }).save()
}

/** A place that asks everything there is to ask, in words that are poison in every language. */
async function askingPlace(poison: string) {
  const label = everyLanguage(poison)
  const option = (_: unknown, index: number) => ({ key: `o${index}`, label })
  const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}) => ({
    ...{ key, kind, label, hint: label, required: true },
    ...more,
  })
  const fields = [
    field('line', 'text'),
    field('lines', 'long_text'),
    field('few', 'choice', { options: Array.from({ length: 3 }, option) }),
    field('many', 'choice', { options: Array.from({ length: 9 }, option) }),
    field('day', 'date'),
    field('amount', 'number', { min: 1, max: 9 }),
    field('call', 'phone'),
    field('box', 'checkbox'),
    field('consent', 'consent'),
  ]
  const form = await transaction((trx) =>
    saveFormVersion(trx, { definitionId: null, name: poison, fields, actor: SYSTEM })
  )
  if (!form.ok) throw new Error(form.reason)
  const place = await aPlanner({ service: { name: label, formId: form.definition.id } })
  const texts = { name: poison, address: poison, email: poison }
  await place.location.merge(texts).save()
  const organisation = await Organisation.firstOrFail().catch(() => new Organisation())
  await organisation.merge(texts).save()
  await closures(place, poison)
  await hostileQueue(place.location, poison)
  return place
}

type Place = Awaited<ReturnType<typeof aPlanner>>

/** What staff write on days on which the place is closed. */
async function closures({ location, resource }: Place, poison: string): Promise<void> {
  const startsAt = Date.parse('2031-01-07T09:00Z')
  const days = { fromDay: '2031-01-08', toDay: '2031-01-08', closed: true }
  await OpeningException.create({ locationId: location.id, name: poison, ...days })
  await transaction((trx) =>
    addBlock(trx, {
      ...{ location, resourceId: resource.id, reason: poison },
      ...{ startsAt, endsAt: startsAt + 3_600_000 },
    })
  )
}

type Doing = { poison: string; seen: Seen }

/** Sends every answer as poison, which is refused and shown again, and then those that fit. */
async function answersOnline(visit: Visit, startsAt: number, { poison, seen }: Doing) {
  seen.add('choosing', await visit.choose(startsAt))
  await seen.look(visit.client, `/booking/drafts/${visit.draft}`)
  const person = { first_name: poison, last_name: poison, email: 'ada@example.org' }
  seen.add('wrong answers', await visit.fillIn({ ...person, ...poisoned(poison) }))
  await seen.look(visit.client, `/booking/drafts/${visit.draft}`)
  seen.add('answers', await visit.fillIn({ ...person, ...poisoned(poison), ...RIGHT }))
  await seen.look(visit.client, `/booking/drafts/${visit.draft}`)
}

/** Every field answered with poison, a field that nobody asks for among them. */
const poisoned = (poison: string): Record<string, string> =>
  Object.fromEntries(
    ['line', 'lines', ...Object.keys(RIGHT).map((name) => name.slice(8, -1)), poison].map((key) => [
      `answers[${key}]`,
      poison,
    ])
  )

/** What is stored as the answer to a question, by the latest appointment or draft. */
async function said(key: string): Promise<string> {
  const drafts = await db.from('booking_drafts').orderBy('id', 'desc').select('answers')
  const { answers } = drafts[0]
  return (typeof answers === 'string' ? JSON.parse(answers) : answers)[key]
}

async function answersAtDesk(
  staff: HttpClient,
  { location, service }: Place,
  { startsAt, poison, seen }: Doing & { startsAt: number }
): Promise<string> {
  const offer = encodeURIComponent(`${location.slug}/${service.slug}`)
  const page = await seen.look(staff, `/admin/booking/book?offer=${offer}`)
  const person = { first_name: poison, last_name: poison, email: 'bea@example.org' }
  const given = { starts_at: String(startsAt), ...person, ...poisoned(poison) }
  const wrong = seen.add('wrong at the desk', await staff.submit(posting(page.forms()), given))
  const odd = { ...given, locale: poison, form_key: poison, offer: poison, email: poison }
  seen.add('odd at the desk', await staff.submit(posting(page.forms()), odd))
  const booked = await staff.submit(posting(wrong.forms()), { ...given, ...RIGHT })
  seen.add('booked at the desk', booked)
  return booked.location!.split('/').at(-1)!
}

const posting = (forms: HtmlForm[]): HtmlForm =>
  forms.find(({ method, fields }) => method === 'POST' && 'offer' in fields)!

async function changesAtDesk(
  staff: HttpClient,
  id: string,
  { startsAt, poison, seen }: Doing & { startsAt: number }
): Promise<void> {
  const path = `/admin/booking/moves/${id}`
  const page = await seen.look(staff, path)
  const moved = await staff.submit(page.form(path), { starts_at: String(startsAt) })
  seen.add('moved at the desk', await staff.follow(moved))
  const asked = await seen.look(staff, `/admin/booking/appointments/${id}/cancel`)
  seen.add('too long', await staff.submit(asked.form('/cancel'), { reason: poison.repeat(99) }))
  const cancelled = await staff.submit(asked.form('/cancel'), { reason: poison })
  seen.add('cancelled at the desk', await staff.follow(cancelled))
}
