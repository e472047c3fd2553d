import { test } from '@japa/runner'
import { saveFormVersion, type FormField } from '#core/forms'
import { SYSTEM, transaction } from '#core/platform'
import { Service } from '#core/scheduling'
import { Clinic } from '#plugins/patient-visits/models/clinic'
import { VisitType } from '#plugins/patient-visits/models/visit_type'
import { aPractice, NOW } from '#plugins/patient-visits/tests/clinic'
import { booked } from '#plugins/patient-visits/tests/unit'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aPlanner, rome } from '#tests/scheduling/planner'

const CLINICS = '/admin/patient-visits/clinics'
const TYPES = '/admin/patient-visits/visit-types'
const STILL_USED = 'It cannot be removed because it is still in use.'
const NINE = rome('2027-01-19 09:00')

test.group('Clinics and visit types', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const removes = async (desk: HttpClient, path: string) => {
    const asked = await desk.get(`${path}/remove`)
    return desk.follow(await desk.submit(asked.form('/remove'), {}))
  }
  const offeredBy = async (id: number) => (await Service.findOrFail(id)).offeredBy

  test('V1 a clinic is named in several languages, and stays while visits belong to it', async ({
    assert,
  }) => {
    const desk = await atDesk('manager')
    const fields = { 'name[en]': HOSTILE, 'name[de]': 'Augenklinik', phone: '+39 050 1' }
    const created = await save(desk, `${CLINICS}/create`, { ...fields, position: '3' })
    assert.equal(created.status, 303)
    const clinic = await Clinic.firstOrFail()
    assert.deepInclude(clinic.name, { en: HOSTILE, de: 'Augenklinik' })
    assert.isTrue(isClean(await desk.get(CLINICS)))
    assert.isTrue(isClean(await desk.get(`${CLINICS}/${clinic.id}`)))
    const practice = await aPractice()
    const used = await removes(desk, `${CLINICS}/${practice.clinic.id}`)
    assert.include(used.text, STILL_USED)
    await removes(desk, `${CLINICS}/${clinic.id}`)
    assert.isNull(await Clinic.find(clinic.id))
    assert.isNotNull(await Clinic.find(practice.clinic.id))
  })

  test('V1 a service becomes a visit type, and nobody else offers it any more', async ({
    assert,
  }) => {
    const { service } = await aPlanner({ service: { name: { en: 'Echo' } } })
    const clinic = await Clinic.create({ name: { en: 'Heart' } })
    const desk = await atDesk('manager')
    const rules = { changeUntilHours: '48', cancelUntilHours: '2', mostChanges: '' }
    const created = await save(desk, `${TYPES}/create`, {
      ...{ serviceId: String(service.id), clinicId: String(clinic.id) },
      ...{ confirmedBy: 'unit', selfService: 'true', reasonMode: 'required', ...rules },
    })
    assert.equal(created.status, 303)
    const type = await VisitType.firstOrFail()
    assert.containsSubset(type.$attributes, {
      ...{ serviceId: service.id, clinicId: clinic.id, confirmedBy: 'unit' },
      ...{ changeUntilHours: 48, cancelUntilHours: 2, mostChanges: null, reasonMode: 'required' },
    })
    assert.equal(await offeredBy(service.id), 'patient-visits')
    assert.include((await desk.get(TYPES)).text, 'Echo')
    await removes(desk, `${TYPES}/${type.id}`)
    assert.lengthOf(await VisitType.all(), 0)
    assert.isNull(await offeredBy(service.id))
  })

  test('V1 only services without questions that are no visit type yet can become one', async ({
    assert,
  }) => {
    const practice = await aPractice()
    const asks = (await aPlanner()).service
    const label = { en: 'Why?' }
    const fields = [{ key: 'why', kind: 'text', label, required: false }] as FormField[]
    const questions = { definitionId: null, name: 'Questions', fields, actor: SYSTEM }
    const form = await transaction((trx) => saveFormVersion(trx, questions))
    if (!form.ok) throw new Error(form.reason)
    await asks.merge({ formId: form.definition.id }).save()
    const desk = await atDesk('manager')
    for (const { id } of [practice.service, asks]) {
      const typed = { serviceId: String(id), clinicId: String(practice.clinic.id) }
      const refused = await save(desk, `${TYPES}/create`, typed)
      assert.equal(refused.status, 422)
    }
    assert.lengthOf(await VisitType.all(), 1)
  })

  test('V1 a visit type stays while there are visits of it', async ({ assert }) => {
    const practice = await aPractice()
    await booked(practice, { startsAt: NINE })
    const page = await removes(await atDesk('manager'), `${TYPES}/${practice.type.id}`)
    assert.include(page.text, STILL_USED)
    assert.equal(await offeredBy(practice.service.id), 'patient-visits')
  })

  test('V1 the desk sees them and changes none; other units are not seen', async ({ assert }) => {
    const [here, there] = [await aPractice(), await aPractice()]
    const desk = await atDesk('desk', [here.location])
    assert.equal((await desk.get(`${TYPES}/${here.type.id}`)).status, 200)
    assert.equal((await desk.get(`${TYPES}/${there.type.id}`)).status, 404)
    for (const path of [`${TYPES}/create`, `${TYPES}/${here.type.id}/edit`, `${CLINICS}/create`]) {
      assert.equal((await desk.get(path)).status, 403, path)
    }
  })
})
