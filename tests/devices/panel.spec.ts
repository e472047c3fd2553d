import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import type { Location } from '#core/organisation'
import { clock } from '#core/platform'
import { PairedDevice } from '#app/devices/models/paired_device'
import { atDesk, HOSTILE, isClean, save, statements } from '#tests/admin/desk'
import {
  aPairedDevice,
  aWaitingDevice,
  KIOSK,
  SCREEN,
  SCREEN_PAGE,
  withKinds,
} from '#tests/devices/devices'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const LIST = '/admin/devices/devices'
const NEW = `${LIST}/create`

test.group('Devices in the panel', (group) => {
  let here: Location
  let there: Location

  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    here = await aLocation({ name: 'Pisa' })
    there = await aLocation({ name: 'Lucca' })
    return withKinds([
      { id: 1, name: 'Hall', locationId: here.id },
      { id: 2, name: 'Yard', locationId: here.id },
      { id: 3, name: 'Loft', locationId: there.id },
    ])
  })

  test('the code of a device, a name and what it shows make it one of the house', async ({
    assert,
  }) => {
    const { client, code } = await aWaitingDevice()
    const staff = await atDesk('manager')
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `
    const answer = await save(staff, NEW, { code: typed, name: 'Door', shows: `${SCREEN}:3` })
    const device = await PairedDevice.firstOrFail()
    assert.equal(answer.location, `${LIST}/${device.id}`)
    const place = { kind: SCREEN, subjectId: 3, locationId: there.id, name: 'Door' }
    assert.deepEqual(device.asDevice(), { id: device.id, ...place })
    assert.equal((await client.get(SCREEN_PAGE)).status, 200)
    const entry = await AuditEntry.query().where('action', 'devices.paired').firstOrFail()
    assert.equal(entry.objectId, String(device.id))
  })

  test('a wrong code is told in words, and what was typed stays', async ({ assert }) => {
    const staff = await atDesk('owner')
    const { code: expired } = await aWaitingDevice()
    clock.freeze(clock.now() + 601_000)
    for (const [code, words] of [
      ['ACDE-3467', 'No device is waiting with this code'],
      ['nonsense', 'A code has eight letters and digits'],
      [expired, 'This code has expired'],
      ['', 'Please fill in “Code”'],
    ]) {
      const page = await save(staff, NEW, { code, name: 'Door', shows: `${SCREEN}:2` })
      assert.equal(page.status, 422, code)
      assert.include(page.text, words)
      const { fields } = page.form(LIST)
      assert.deepInclude(fields, { code, name: 'Door', shows: `${SCREEN}:2` })
    }
    assert.isEmpty(await PairedDevice.all())
  })

  test('after 30 codes in a quarter of an hour a person waits', async ({ assert }) => {
    const staff = await atDesk('owner')
    const fields = { code: 'ACDE-3467', name: 'Door', shows: `${SCREEN}:1` }
    const form = (await staff.get(NEW)).form(LIST)
    const send = async () => (await staff.submit(form, { ...fields, form_key: undefined })).text
    for (let n = 0; n < 30; n++) assert.include(await send(), 'No device is waiting')
    assert.include(await send(), 'Too many codes')
  })

  test('a device shows only what is at the locations of whoever pairs it', async ({ assert }) => {
    const { code } = await aWaitingDevice()
    const staff = await atDesk('manager', [here])
    const page = await staff.get(NEW)
    assert.include(page.text, 'Hall')
    assert.notInclude(page.text, 'Loft')
    for (const shows of [`${SCREEN}:3`, `${SCREEN}:9`, 'nothing:1', 'x', '']) {
      const answer = await save(staff, NEW, { code, name: 'Door', shows })
      assert.equal(answer.status, 422, shows)
    }
    assert.isEmpty(await PairedDevice.all())
  })

  test('it may show something else of its kind, and of no other one', async ({ assert }) => {
    const { device } = await aPairedDevice({ subjectId: 1, locationId: here.id })
    const staff = await atDesk('owner')
    const edit = `${LIST}/${device.id}/edit`
    assert.notInclude((await staff.get(edit)).text, KIOSK)
    assert.equal((await save(staff, edit, { shows: `${KIOSK}:2` })).status, 422)
    assert.equal((await save(staff, edit, { name: 'Stairs', shows: `${SCREEN}:3` })).status, 303)
    await device.refresh()
    const moved = { kind: SCREEN, subjectId: 3, locationId: there.id, name: 'Stairs' }
    assert.deepEqual(device.asDevice(), { id: device.id, ...moved })
  })

  test('it is renamed although what it showed is gone', async ({ assert }) => {
    const { device } = await aPairedDevice({ subjectId: 9, locationId: here.id })
    const staff = await atDesk('owner')
    const shown = await staff.get(`${LIST}/${device.id}`)
    assert.equal(shown.status, 200)
    const answer = await save(staff, `${LIST}/${device.id}/edit`, { name: 'Stairs' })
    assert.equal(answer.status, 303)
    await device.refresh()
    assert.deepInclude(device.asDevice(), { name: 'Stairs', subjectId: 9 })
  })

  test('a revoked device is a stranger with its next request', async ({ assert }) => {
    const { device, cookie } = await aPairedDevice({ locationId: here.id })
    const staff = await atDesk('manager', [here])
    const page = await staff.get(`${LIST}/${device.id}/revoke`)
    const answer = await staff.submit(page.form('/revoke'))
    assert.equal(answer.location, LIST)
    assert.equal((await visitor().get(SCREEN_PAGE, { cookie })).status, 401)
    assert.isEmpty(await PairedDevice.all())
    const entry = await AuditEntry.query().where('action', 'devices.revoked').firstOrFail()
    assert.equal(entry.objectId, String(device.id))
  })

  test('devices of other locations are not there', async ({ assert }) => {
    const { device } = await aPairedDevice({ locationId: there.id, name: 'Loft screen' })
    const staff = await atDesk('manager', [here])
    assert.notInclude((await staff.get(LIST)).text, 'Loft screen')
    for (const page of ['', '/edit', '/revoke'])
      assert.equal((await staff.get(`${LIST}/${device.id}${page}`)).status, 404)
    assert.equal((await (await atDesk('desk')).get(LIST)).status, 403)
  })

  test('the list says what each shows and whether it is there, in few statements', async ({
    assert,
  }) => {
    for (let n = 0; n < 20; n++)
      await aPairedDevice({
        locationId: here.id,
        subjectId: 1 + (n % 2),
        kind: n % 3 ? SCREEN : KIOSK,
      })
    const { device } = await aPairedDevice({ locationId: here.id, name: 'Silent' })
    await device.merge({ lastSeenAt: clock.now() - 120_000 }).save()
    const staff = await atDesk('owner')
    await staff.get(LIST)
    const { text } = await staff.get(LIST)
    for (const words of ['Hall', 'Yard', 'Pisa', 'Connected', 'Not connected'])
      assert.include(text, words)
    assert.isAtMost(await statements(() => staff.get(LIST)), 8)
    assert.isAtMost(await statements(() => staff.get(NEW)), 8)
  })

  test('hostile names stay text', async ({ assert, cleanup }) => {
    cleanup(withKinds([{ id: 7, name: HOSTILE, locationId: here.id }]))
    const { device } = await aPairedDevice({ locationId: here.id, name: HOSTILE, subjectId: 7 })
    const staff = await atDesk('owner')
    for (const page of [LIST, NEW, `${LIST}/${device.id}`, `${LIST}/${device.id}/edit`])
      assert.isTrue(isClean(await staff.get(page)), page)
  })
})
