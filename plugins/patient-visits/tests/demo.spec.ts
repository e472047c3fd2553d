import { test } from '@japa/runner'
import { visitsDemo } from '#plugins/patient-visits/database/demo'
import { Clinic } from '#plugins/patient-visits/models/clinic'
import { Visit } from '#plugins/patient-visits/models/visit'
import { VisitType } from '#plugins/patient-visits/models/visit_type'
import { someCustomer } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { LOCALES } from '#core/organisation'

test.group('Demo of the health centre', (group) => {
  group.each.setup(() => freshDatabase())

  test('V1 shows every rule once, with visits, requests and the demo account’s own', async ({
    assert,
  }) => {
    const account = await someCustomer({ email: 'customer@demo.invalid' })
    await visitsDemo()
    const types = await VisitType.all()
    const each = <T>(of: (type: VisitType) => T) => [...new Set(types.map(of))]
    assert.sameMembers(
      each(({ confirmedBy }) => confirmedBy),
      ['at_once', 'unit']
    )
    assert.sameMembers(
      each(({ selfService }) => selfService),
      [true, false]
    )
    assert.sameMembers(
      each(({ reasonMode }) => reasonMode),
      ['off', 'optional', 'required']
    )
    assert.includeMembers(
      each(({ mostChanges }) => mostChanges),
      [null, 0, 1]
    )
    for (const { name } of await Clinic.all()) {
      assert.sameMembers(Object.keys(name), [...LOCALES])
    }
    const visits = await Visit.query().preload('reservation').preload('customer')
    const states = visits.map(({ state }) => state)
    assert.isAbove(states.filter((state) => state === 'requested').length, 3)
    assert.isAbove(states.filter((state) => state === 'confirmed').length, 20)
    const own = visits.filter(({ customer }) => customer.userId === account.id)
    assert.isAbove(own.length, 2)
    assert.isAbove(visits.filter(({ customer }) => customer.email === null).length, 2)
    await visitsDemo()
    assert.lengthOf(await Visit.all(), visits.length)
  }).timeout(60_000)
})
