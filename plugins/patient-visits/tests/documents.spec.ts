import { test } from '@japa/runner'
import { auditEntries } from '#core/audit'
import { Customer } from '#core/customers'
import { filesOf } from '#core/files'
import { urlFor } from '#core/platform'
import { visitDocuments } from '#plugins/patient-visits/files'
import type { Visit } from '#plugins/patient-visits/models/visit'
import { aPatient, aPractice, EMAIL, NOW } from '#plugins/patient-visits/tests/clinic'
import { mailsTo } from '#plugins/patient-visits/tests/mails'
import { aCustomer, booked } from '#plugins/patient-visits/tests/unit'
import { atDesk } from '#tests/admin/desk'
import { aPdf } from '#tests/files/corpus'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer, HttpClient } from '#tests/kit/http'
import { aLocation, rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')
const NAME = 'Befund Kwyntosis.pdf'

const pageOf = ({ publicId: id }: Visit) => urlFor('patient-visits.mine.show', { id })

const pdf = (name = NAME) => new File([new Uint8Array(aPdf())], name, { type: 'application/pdf' })

test.group('Documents for the patient', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** A visit of somebody with an account. */
  async function ofAPatient() {
    const { user, client } = await aPatient({ email: EMAIL })
    const customer = await aCustomer({ email: EMAIL })
    await Customer.query().where('id', customer.id).update({ userId: user.id })
    const visit = await booked(await aPractice(), { startsAt: NINE, customer })
    const path = `/admin/patient-visits/documents/${visit.visit.id}`
    return { ...visit, client, documents: path }
  }

  /** The boxes of files that a page holds, as a browser would send them. */
  const heldIn = ({ text }: Answer) =>
    [...text.matchAll(/name="(documents_held\[\])" value="([\w-]{22})" checked/g)].map(
      ([, , value]) => value
    )

  /** Sends the form as it is shown, with some of its files and new ones. */
  async function sends(desk: HttpClient, path: string, fields: Record<string, string | File>) {
    const page = await desk.get(path)
    const { _csrf, version } = page.form(path).fields
    return desk.upload(path, { _csrf: String(_csrf), version: String(version), ...fields })
  }

  test('V2 the patient reads it on the page of the visit; the mail says only that it is there', async ({
    assert,
  }) => {
    const { visit, client, documents, path } = await ofAPatient()
    const desk = await atDesk('desk')
    const answer = await sends(desk, documents, { 'documents[]': pdf() })
    assert.equal(answer.location, path)
    const shown = await desk.follow(answer)
    assert.include(shown.text, NAME)
    assert.include(shown.text, 'the patient gets an e-mail that something is there')
    const [file] = await filesOf(visitDocuments, visit.id)
    const page = await client.get(pageOf(visit))
    assert.include(page.text, `/files/${file.publicId}`)
    assert.equal((await client.get(`/files/${file.publicId}`)).status, 200)
    const mail = (await mailsTo(EMAIL)).at(-1)!
    assert.equal(mail.subject, 'Something to read is in your account')
    assert.include(mail.html, pageOf(visit))
    for (const word of [NAME, 'Kwyntosis']) assert.notInclude(mail.html + mail.data, word)
    assert.lengthOf(await auditEntries({ action: 'patient-visits.documents_added' }), 1)
    assert.lengthOf(await auditEntries({ action: 'files.attached' }), 1)
  })

  test('V2 nobody else reads it: not another patient, nor staff of another unit', async ({
    assert,
  }) => {
    const { visit, documents } = await ofAPatient()
    const desk = await atDesk('desk')
    await sends(desk, documents, { 'documents[]': pdf() })
    const [{ publicId }] = await filesOf(visitDocuments, visit.id)
    const stranger = await aPatient()
    const foreign = await atDesk('desk', [await aLocation()])
    for (const client of [visitor(), stranger.client, foreign]) {
      assert.notEqual((await client.get(`/files/${publicId}`)).status, 200)
    }
    assert.equal((await desk.get(`/files/${publicId}`)).status, 200)
    assert.equal((await foreign.get(documents)).status, 404)
  })

  test('V2 taken away it is gone for the patient; that needs no mail', async ({ assert }) => {
    const { visit, client, documents } = await ofAPatient()
    const desk = await atDesk('desk')
    await sends(desk, documents, { 'documents[]': pdf() })
    await sends(desk, documents, {})
    assert.lengthOf(await filesOf(visitDocuments, visit.id), 0)
    assert.notInclude((await client.get(pageOf(visit))).text, '/files/')
    assert.lengthOf(await auditEntries({ action: 'files.removed' }), 1)
    const subjects = (await mailsTo(EMAIL)).map(({ template }) => template)
    assert.deepEqual(subjects, ['patient-visits.confirmed', 'patient-visits.document'])
  })

  test('V2 what a colleague has added meanwhile is not lost', async ({ assert }) => {
    const { visit, documents } = await ofAPatient()
    const [one, other] = [await atDesk('desk'), await atDesk('desk')]
    const { _csrf, version } = (await other.get(documents)).form(documents).fields
    await sends(one, documents, { 'documents[]': pdf('one.pdf') })
    const late = { _csrf: String(_csrf), version: String(version) }
    const told = await other.upload(documents, { ...late, 'documents[]': pdf('two.pdf') })
    assert.equal(told.status, 409)
    assert.include(told.text, 'The visit was changed meanwhile.')
    assert.lengthOf(heldIn(told), 2)
    const again = told.form(documents).fields
    const form = { _csrf: String(again._csrf), version: String(again.version) }
    const [first, second] = heldIn(told)
    const body = new Map(Object.entries(form))
    const saved = await other.post(documents, {
      ...Object.fromEntries(body),
      'documents_held[]': [first, second],
    })
    assert.equal(saved.status, 303)
    const names = (await filesOf(visitDocuments, visit.id)).map(({ name }) => name)
    assert.deepEqual(names.sort(), ['one.pdf', 'two.pdf'])
  })

  test('V2 what is no document is refused at its field; without an account nobody is told', async ({
    assert,
  }) => {
    const customer = await aCustomer({ email: EMAIL })
    const visit = await booked(await aPractice(), { startsAt: NINE, customer })
    const path = `/admin/patient-visits/documents/${visit.visit.id}`
    const desk = await atDesk('desk')
    assert.include((await desk.get(path)).text, 'This patient has no account')
    const wrong = await sends(desk, path, { 'documents[]': pdf('a.exe') })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'Files of this kind are not taken here.')
    const kept = await desk.follow(await sends(desk, path, { 'documents[]': pdf() }))
    assert.include(kept.text, 'The documents are saved.')
    assert.lengthOf(await mailsTo(EMAIL), 1)
  })
})
