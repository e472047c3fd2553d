import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import { resourceNamed } from '#core/admin'
import { AuditEntry } from '#core/audit'
import { runDueJobs } from '#core/jobs'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { RunFile } from '#app/admin/models/run_file'
import { PurgeRuns } from '#app/admin/jobs/purge_runs'
import { User } from '#core/accounts'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { onlyViewing } from '#plugins/booking/tests/desk'
import { PASSWORD, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { pdfDictionaries, pdfText } from '#tests/kit/pdf_text'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const DAY = 86_400_000
const TICKETS = '/admin/booking/appointments/bulk/ticket'
const NINE = rome('2027-01-19 09:00')
const NEXT_DAY = rome('2027-01-20 09:00')

/** Bytes of a file as the browser of a client gets them. */
async function saved(client: HttpClient, path: string) {
  const answer = await fetch(new URL(path, client.base), { headers: client.headers() })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, bytes }
}

const ask = (desk: HttpClient, ids: readonly number[]) =>
  desk.get(`${TICKETS}?ids=${ids.join(',')}`)

async function tickets(desk: HttpClient, ids: readonly number[]) {
  return desk.submit((await ask(desk, ids)).form('/bulk/ticket'))
}

const filePath = (text: string) => /href="(\/admin\/runs\/[\w-]{22}\/file)"/.exec(text)?.[1]

/** Without spaces: a long line is written as two. */
const lettersIn = (pdf: Buffer) => pdfText(pdf).join('').replaceAll(/\s/g, '')

const pagesIn = (pdf: Buffer) => pdfDictionaries(pdf).match(/\/Type \/Page\n/g)?.length

test.group('Tickets of many appointments', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** Two appointments of one place with the same number, of a German and an English customer. */
  async function twoBooked() {
    const offer = await anOffer()
    await new Visit(visitor({ language: 'de' }), offer).book(NINE)
    await new Visit(visitor(), offer).book(NEXT_DAY)
    const ids = (await Reservation.query().orderBy('id')).map(({ id }) => id)
    return { offer, ids, desk: await atDesk('desk', [offer.location]) }
  }

  test('B10 are one document, a page each in the language of its customer, with its code', async ({
    assert,
  }) => {
    const { ids, desk } = await twoBooked()
    assert.include((await ask(desk, ids)).text, '2 tickets will be saved in one PDF, one a page.')
    const sent = await tickets(desk, ids)
    assert.match(sent.location ?? '', /^\/admin\/runs\/[\w-]{22}\/file$/)
    const { headers, bytes } = await saved(desk, sent.location!)
    assert.equal(headers.get('content-type'), 'application/pdf')
    assert.match(
      headers.get('content-disposition') ?? '',
      /^attachment; filename="tickets-2027-01-12\.pdf"/
    )
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(pagesIn(bytes), 2)
    assert.match(lettersIn(bytes), /Dienstag,19.Januar2027.*Wednesday,20January2027/)
    assert.notMatch(lettersIn(bytes), /Vornberg|@/)
    const dictionaries = pdfDictionaries(bytes)
    assert.lengthOf(dictionaries.match(/\/S \/Figure/g) ?? [], 2)
    const spoken = [...dictionaries.matchAll(/\/S \/Part\n\/Lang \(([\w-]+)\)/g)]
    assert.deepEqual(
      spoken.map(([, language]) => language),
      ['de-DE', 'en-GB']
    )
    assert.include(dictionaries, '(Tickets)')
    const issued = await AuditEntry.query().where('action', 'booking.ticket_issued')
    assert.lengthOf(issued, 2)
  })

  test('B10 stand in the order of the list, ticked or all of it', async ({ assert }) => {
    const { ids, desk } = await twoBooked()
    const bothIn = async (query: string) => {
      const page = await desk.get(`${TICKETS}?${query}`)
      const { location } = await desk.submit(page.form('/bulk/ticket'))
      const letters = lettersIn((await saved(desk, location!)).bytes)
      return letters.indexOf('Dienstag') < letters.indexOf('Wednesday')
        ? 'as they come'
        : 'last first'
    }
    assert.equal(await bothIn('all=yes'), 'as they come')
    assert.equal(await bothIn('all=yes&sort=-startsAt'), 'last first')
    assert.equal(await bothIn('all=yes&tab=all'), 'last first', 'as this tab does by itself')
    assert.equal(await bothIn(`ids[]=${ids[1]}&ids[]=${ids[0]}`), 'last first')
  })

  test('B10 a single one is the document itself, from the page of its appointment too', async ({
    assert,
  }) => {
    const { ids, desk } = await twoBooked()
    const sent = await tickets(desk, ids.slice(0, 1))
    const { headers, bytes } = await saved(desk, sent.location!)
    assert.equal(headers.get('content-type'), 'application/pdf')
    assert.include(lettersIn(bytes), 'AA001')
    const page = await desk.get(`/admin/booking/appointments/${ids[0]}`)
    const own = await desk.submit(page.form(`/${ids[0]}/ticket`))
    assert.match(own.headers.get('content-disposition') ?? '', /filename="AA001\.pdf"/)
  })

  test('those that have none and those of other places are left out, with the reason', async ({
    assert,
  }) => {
    const { ids, desk } = await twoBooked()
    const there = await anOffer()
    await new Visit(visitor(), there).book(NINE, { last_name: 'Farfield' })
    const foreign = await Reservation.query().orderBy('id', 'desc').firstOrFail()
    await Reservation.query().where('id', ids[1]).update({ state: 'released' })
    const all = [...ids, foreign.id]

    const page = await ask(desk, all)
    assert.include(page.text, '1 ticket will be saved as PDF.')
    assert.include(page.text, 'It has already been cancelled or has lapsed.')
    assert.include(page.text, 'It is not there any more.')
    const told = await desk.follow(await tickets(desk, all))
    assert.include(told.text, '2 entries were left as they were.')
    assert.notInclude(told.text, 'Farfield')
    assert.include(told.text, 'Save the file')
    const { bytes } = await saved(desk, filePath(told.text)!)
    assert.include(lettersIn(bytes), 'AA001')
    assert.lengthOf(await RunFile.all(), 1)
  })

  test('a form sent twice makes one file', async ({ assert }) => {
    const { ids, desk } = await twoBooked()
    const form = (await ask(desk, ids)).form('/bulk/ticket')
    const answers = await Promise.all([desk.submit(form), desk.submit(form)])
    const again = await desk.submit(form)
    assert.isTrue(answers.some(({ location }) => location === again.location))
    assert.lengthOf(await RunFile.all(), 2)
  })

  test('what asks for the password again asks for it before its file too', async ({
    assert,
    cleanup,
  }) => {
    const { ids, desk } = await twoBooked()
    const { location: path } = await tickets(desk, ids)
    const { actions } = resourceNamed('booking.appointments')
    const ticket = actions.find(({ id }) => id === 'ticket')!
    cleanup(() => void delete ticket.fresh)
    ticket.fresh = true
    assert.equal((await desk.get(path!)).status, 200, 'the password was given a moment ago')
    clock.freeze(Date.parse(NOW) + 16 * 60_000)
    const asked = await desk.get(path!)
    assert.equal(asked.location, `/account/confirm?next=${encodeURIComponent(path!)}`)
    const form = (await desk.follow(asked)).form('/account/confirm')
    assert.equal((await desk.submit(form, { current_password: 'wrong' })).status, 422)
    assert.equal((await desk.get(path!)).status, 303)
    await desk.submit(form, { current_password: PASSWORD })
    assert.equal(pagesIn((await saved(desk, path!)).bytes), 2)
  })

  test('nobody else gets the file, nor who lost the right or the place', async ({
    assert,
    cleanup,
  }) => {
    const { ids, desk, offer } = await twoBooked()
    const { location: path } = await tickets(desk, ids)
    const statusOf = async (client: HttpClient) => (await client.get(path!)).status
    assert.equal(await statusOf(await atDesk('owner')), 404)
    assert.include((await visitor().get(path!)).location, '/sign-in')

    const elsewhere = (await anOffer()).location
    await Reservation.query().where('id', ids[0]).update({ location_id: elsewhere.id })
    const { headers, bytes } = await saved(desk, path!)
    assert.match(headers.get('content-disposition') ?? '', /filename="AA001\.pdf"/)
    assert.equal(pagesIn(bytes), 1, 'only what is still theirs')
    assert.include(lettersIn(bytes), 'Wednesday')
    await Reservation.query().where('id', ids[1]).update({ location_id: elsewhere.id })
    assert.equal(await statusOf(desk), 404)

    await Reservation.query().update({ location_id: offer.location.id })
    assert.equal(await statusOf(desk), 200)
    cleanup(onlyViewing())
    assert.equal(await statusOf(desk), 404)
  })

  test('of many it is offered once the work is done, and for a day', async ({ assert }) => {
    const { ids, desk } = await twoBooked()
    const gone = Array.from({ length: 60 }, (_, index) => 900_000 + index)
    const sent = await tickets(desk, [...ids, ...gone])
    const waiting = await desk.follow(sent)
    assert.include(waiting.text, '0 of 62 entries')
    assert.notInclude(waiting.text, '/file"')
    const path = `${sent.location}/file`
    assert.equal((await desk.get(path)).status, 404)

    await runDueJobs()
    const done = await desk.get(sent.location!)
    assert.include(done.text, 'Save 2 entries in one file (PDF)')
    assert.equal(filePath(done.text), path)
    assert.equal((await desk.get(path)).status, 200)

    clock.freeze(clock.now() + DAY - 1)
    await PurgeRuns.handle({}, {} as never)
    assert.lengthOf(await RunFile.all(), 2)
    clock.freeze(clock.now() + 2)
    await PurgeRuns.handle({}, {} as never)
    assert.lengthOf(await RunFile.all(), 0)
    clock.freeze(clock.now() - DAY)
    assert.notInclude((await desk.get(sent.location!)).text, '/file"', 'nor offered')
  })

  test('a run that goes on elsewhere keeps one file a record', async ({ assert }) => {
    const { ids, desk } = await twoBooked()
    const gone = Array.from({ length: 60 }, (_, index) => 900_000 + index)
    await tickets(desk, [...ids, ...gone])
    await Promise.all([runDueJobs(), runDueJobs()])
    const kept = await RunFile.query().orderBy('id')
    assert.deepEqual(
      kept.map(({ recordId }) => recordId),
      ids
    )
  })

  test('B12 are kept by the command line as well', async ({ assert, cleanup }) => {
    ace.ui.switchMode('raw')
    cleanup(() => void ace.ui.switchMode('normal'))
    const { ids } = await twoBooked()
    const folder = mkdtempSync(join(tmpdir(), 'tickets-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const { email } = await someStaff({ role: 'desk' })
    const given = ['booking.appointments.ticket', `--as=${email}`]
    const kept = async (chosen: number[], name: string) => {
      const out = join(folder, name)
      const flags = [...chosen.map((id) => `--id=${id}`), `--out=${out}`]
      assert.equal((await ace.exec('action:run', [...given, ...flags])).exitCode, 0)
      return readFileSync(out)
    }
    assert.equal(pagesIn(await kept(ids, 'tickets.pdf')), 2)
    assert.match(lettersIn(await kept([...ids].reverse(), 'tickets.pdf')), /Wednesday.*Dienstag/)
    assert.include(lettersIn(await kept([ids[0]], 'ticket.pdf')), 'AA001')
    const gone = Array.from({ length: 60 }, (_, index) => 900_000 + index)
    assert.equal(pagesIn(await kept([...ids, ...gone], 'many.pdf')), 2, 'more than fifty')
  })

  test('who was switched off meanwhile gets nothing made', async ({ assert }) => {
    const { ids, desk } = await twoBooked()
    const gone = Array.from({ length: 60 }, (_, index) => 900_000 + index)
    await tickets(desk, [...ids, ...gone])
    await User.query().update({ disabledAt: clock.now() })
    await runDueJobs()
    assert.lengthOf(await RunFile.all(), 0)
  })
})
