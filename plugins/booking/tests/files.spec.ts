import { test } from '@japa/runner'
import { filesOf, StoredFile } from '#core/files'
import type { FormField } from '#core/forms'
import { appointmentFiles } from '#plugins/booking/files'
import { Appointment } from '#plugins/booking/models/appointment'
import { deskForm, wordOf } from '#plugins/booking/tests/desk'
import { anOffer, easyCaptcha, NOW, PERSON, Visit } from '#plugins/booking/tests/visit'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { aPdf } from '#tests/files/corpus'
import { aPng } from '#tests/files/pictures'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { aLocation, rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')
const FIELDS: FormField[] = [
  { key: 'prescription', kind: 'file', label: { en: 'Prescription' }, required: true },
  { key: 'picture', kind: 'file', label: { en: 'Picture' }, required: false },
]
const pdf = (name = 'Rezept für Ada.pdf', bytes = aPdf()) =>
  new File([new Uint8Array(bytes)], name, { type: 'application/pdf' })
const png = () => new File([new Uint8Array(aPng())], 'eye.png', { type: 'image/png' })

/** The boxes of files that a page holds, as a browser would send them. */
function heldIn({ text }: Answer): Record<string, string> {
  const boxes = [...text.matchAll(/name="(answers\[\w+_held\]\[\])" value="([\w-]{22})" checked/g)]
  return Object.fromEntries(boxes.map(([, name, value]) => [name, value]))
}

test.group('Files of an appointment', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function chosen(): Promise<Visit> {
    const visit = new Visit(visitor(), await anOffer({ fields: FIELDS }))
    await visit.choose(NINE)
    return visit
  }
  const enter = (visit: Visit, fields: Record<string, string | File>) =>
    visit.client.upload(visit.draft(), { ...PERSON, ...fields })

  test('B8 a file that is missing or wrong is told at its field; the name says what is taken', async ({
    assert,
  }) => {
    const visit = await chosen()
    const page = await visit.client.get(visit.draft())
    assert.match(page.text, /<form[^>]*enctype="multipart\/form-data"/)
    assert.include(page.text, 'PDF, PNG, JPEG, WEBP, at most 10 MB.')
    assert.include(page.text, 'accept=".pdf,.png,.jpg,.jpeg,.webp"')
    const missing = await enter(visit, {})
    assert.equal(missing.status, 422)
    assert.include(missing.text, '<a href="#answer-prescription">Prescription – Choose a file.</a>')
    const wrong = await enter(visit, { 'answers[prescription]': pdf('a.exe') })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'Files of this kind are not taken here.')
    assert.match(wrong.text, /id="answer-prescription"[^>]*aria-invalid="true"/)
    assert.lengthOf(await StoredFile.all(), 0)
  })

  test('H3 a file outlives errors elsewhere, is named, and can be let go', async ({ assert }) => {
    const visit = await chosen()
    const refused = await enter(visit, { email: 'ada@', 'answers[prescription]': pdf() })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Rezept für Ada.pdf')
    const held = heldIn(refused)
    assert.deepEqual(Object.keys(held), ['answers[prescription_held][]'])
    assert.deepEqual(heldIn(await visit.client.get(visit.draft())), held)
    const accepted = await enter(visit, held)
    assert.equal(accepted.status, 303)
    assert.include(
      (await visit.client.get(visit.draft('/confirmation'))).text,
      'Rezept für Ada.pdf'
    )
    const replaced = await enter(visit, { ...held, 'answers[prescription]': pdf('new.pdf') })
    assert.equal(replaced.status, 303)
    const check = await visit.client.get(visit.draft('/confirmation'))
    assert.include(check.text, 'new.pdf')
    assert.notInclude(check.text, 'Rezept')
    const letGo = await enter(visit, {})
    assert.include(letGo.text, 'Choose a file.')
  })

  test('it belongs to the appointment, and only staff who see that get it', async ({ assert }) => {
    const visit = await chosen()
    await enter(visit, { 'answers[prescription]': pdf(), 'answers[picture]': png() })
    const manage = (await visit.confirm()).location!
    const appointment = await Appointment.firstOrFail()
    const files = await filesOf(appointmentFiles, appointment.id)
    assert.deepEqual(
      files.map(({ name }) => name),
      ['Rezept für Ada.pdf', 'eye.png']
    )
    const address = `/files/${files[0].publicId}`
    const desk = await signedIn(await someStaff({ role: 'desk' }))
    const page = await desk.get(`/admin/booking/appointments/${appointment.id}`)
    assert.include(page.text, `<a href="${address}">Rezept für Ada.pdf</a>`)
    assert.equal((await desk.get(address)).text, aPdf().toString())
    const elsewhere = await atDesk('desk', [await aLocation()])
    const others = [visit.client, elsewhere, await signedIn(await someStaff({ role: null }))]
    for (const person of others) assert.equal((await person.get(address)).status, 404)
    assert.notInclude((await visit.client.get(manage)).text, 'Rezept')
  })

  test('an id of somebody else’s file, or of a kept one, is no answer', async ({ assert }) => {
    const first = await chosen()
    await enter(first, { 'answers[prescription]': pdf() })
    await first.confirm()
    const { publicId } = await StoredFile.firstOrFail()
    const thief = await chosen()
    for (const value of [publicId, 'A'.repeat(22), '../../etc/passwd']) {
      const answer = await enter(thief, { 'answers[prescription_held][]': value })
      assert.equal(answer.status, 422)
      const typed = await thief.enter({ 'answers[prescription][file]': value })
      assert.equal(typed.status, 422)
    }
  })

  test('B12 the desk attaches what a customer brings', async ({ assert }) => {
    const offer = await anOffer({ fields: FIELDS })
    const desk = await signedIn(await someStaff({ role: 'desk' }))
    const word = encodeURIComponent(wordOf(offer))
    const page = await desk.get(`/admin/booking/book?offer=${word}&day=2027-01-19`)
    const { action, fields } = deskForm(page)
    const given = { ...(fields as Record<string, string>), ...PERSON, starts_at: String(NINE) }
    const refused = await desk.upload(action, {
      ...given,
      email: 'x',
      'answers[prescription]': pdf(),
    })
    assert.equal(refused.status, 422)
    const held = heldIn(refused)
    const booked = await desk.upload(action, { ...given, ...held })
    assert.equal(booked.status, 303)
    assert.include((await desk.follow(booked)).text, 'Rezept für Ada.pdf</a>')
    assert.lengthOf(await filesOf(appointmentFiles, (await Appointment.firstOrFail()).id), 1)
  })
})
