import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { Location } from '#core/organisation'
import { forgetCaches, transaction } from '#core/platform'
import {
  addressSetting,
  booleanSetting,
  choiceSetting,
  minutesSetting,
  moneySetting,
  saveSetting,
  secretSetting,
  setting,
  translatedSetting,
} from '#core/settings'
import { SettingValue } from '#app/settings/models/setting_value'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { withModule } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'

const PAGE = '/admin/settings?owner=testing'
const CANARY = 'canary-3f9a'
const STAFF = { kind: 'staff', id: 3 } as const

const wait = minutesSetting('testing.wait', { default: 10, min: 1, max: 30, scope: 'location' })
const greeting = translatedSetting('testing.greeting', { default: {}, scope: 'location' })
const fee = moneySetting('testing.fee', { default: 500, min: 0, max: 10_000, currency: 'EUR' })
const key = secretSetting('testing.key')
const site = addressSetting('testing.site', { default: '' })
const open = booleanSetting('testing.open', { default: true, section: 'access' })
const mode = choiceSetting('testing.mode', { default: 'one', choices: ['one', 'two'] })

const settings = [wait, greeting, fee, key, site, open, mode]

const aPlace = (slug: string) => Location.create({ slug, name: slug, zone: 'Europe/Rome' })

test.group('Page of settings', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() =>
    withModule('testing', {
      settings,
      settingsPage: { actions: ['messaging.mails.send_test'] },
    })
  )

  test('P5 every kind is saved from its control, and only what was changed', async ({ assert }) => {
    const client = await atDesk('owner')
    const answer = await save(client, PAGE, {
      testing_wait: '12',
      'testing_greeting[de]': 'Guten Tag',
      testing_fee: '12,50',
      testing_open: undefined,
      testing_mode: 'two',
    })
    assert.equal(answer.status, 303)
    assert.deepEqual(
      [await setting(wait), await setting(greeting), await setting(fee)],
      [12, { de: 'Guten Tag' }, 1250]
    )
    assert.deepEqual([await setting(open), await setting(mode)], [false, 'two'])
    const keys = (await SettingValue.all()).map((row) => row.key).sort()
    assert.deepEqual(keys, [greeting, fee, mode, open, wait].map((one) => one.key).sort())
  })

  test('what is refused keeps what was typed and stores nothing', async ({ assert }) => {
    const client = await atDesk('owner')
    const answer = await save(client, PAGE, { testing_wait: '99', testing_site: HOSTILE })
    assert.equal(answer.status, 422)
    assert.isTrue(isClean(answer))
    assert.include(answer.text, 'The value must be 30 or less.')
    assert.include(answer.text, 'value="99"')
    assert.lengthOf(await SettingValue.all(), 0)
  })

  test('a secret is used, and never seen again', async ({ assert }) => {
    const client = await atDesk('owner')
    await save(client, PAGE, { testing_key: CANARY })
    assert.equal(await setting(key), CANARY)
    const page = await client.get(PAGE)
    assert.notInclude(page.text, CANARY)
    const [row] = await SettingValue.all()
    assert.notInclude(JSON.stringify(row.value), CANARY)
    const trail = await AuditEntry.query().where('object', 'settings.value')
    assert.notInclude(JSON.stringify(trail), CANARY)
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['settings.secret_stored']
    )
    await save(client, PAGE, { testing_wait: '11' })
    assert.equal(await setting(key), CANARY, 'an empty field leaves it')
    await save(client, PAGE, { restore: 'testing_key' })
    assert.equal(await setting(key), '')
  })

  test('two people change two fields at once; the same field shows both versions', async ({
    assert,
  }) => {
    const [one, other] = [await atDesk('owner'), await atDesk('manager')]
    const seenByOther = (await other.get(PAGE)).form('/admin/settings/testing')
    await save(one, PAGE, { testing_wait: '12' })
    const beside = await other.submit(seenByOther, { testing_mode: 'two' })
    assert.equal(beside.status, 303)
    assert.deepEqual([await setting(wait), await setting(mode)], [12, 'two'])

    const same = await other.submit(seenByOther, { testing_wait: '15' })
    assert.equal(same.status, 409)
    assert.include(same.text, '12 minutes')
    assert.include(same.text, '15 minutes')
    assert.equal(await setting(wait), 12)
    const mine = await other.submit(same.form('/admin/settings/testing'))
    assert.equal(mine.status, 303)
    assert.equal(await setting(wait), 15)
  })

  test('two people who type a secret at once: the first one stays until it is typed again', async ({
    assert,
  }) => {
    const [one, other] = [await atDesk('owner'), await atDesk('manager')]
    const seenByOther = (await other.get(PAGE)).form('/admin/settings/testing')
    assert.notInclude(JSON.stringify(seenByOther.fields), CANARY)
    await save(one, PAGE, { testing_key: CANARY })
    const late = await other.submit(seenByOther, { testing_key: 'other-7c1', testing_mode: 'two' })
    assert.equal(late.status, 409)
    for (const secret of [CANARY, 'other-7c1']) assert.notInclude(late.text, secret)
    assert.include(late.text, 'Type yours again to replace it')
    assert.deepEqual([await setting(key), await setting(mode)], [CANARY, 'one'], 'nothing of it')
    const form = late.form('/admin/settings/testing')
    assert.equal((await other.submit(form)).status, 303)
    assert.deepEqual([await setting(key), await setting(mode)], [CANARY, 'two'])
    await save(other, PAGE, { testing_key: 'other-7c1' })
    assert.equal(await setting(key), 'other-7c1')
  })

  test('a location shows what it follows, goes its own way, and is given back', async ({
    assert,
  }) => {
    const place = await aPlace('pisa')
    const client = await atDesk('owner')
    const here = `${PAGE}&location=${place.id}`
    const page = await client.get(here)
    assert.include(page.text, 'Same as the whole organisation')
    assert.notInclude(page.text, 'testing_mode')
    await save(client, here, { testing_wait: '20' })
    assert.deepEqual([await setting(wait, place), await setting(wait)], [20, 10])
    assert.include((await client.get(here)).text, 'Whole organisation: 10 minutes')
    await save(client, here, { restore: 'testing_wait' })
    assert.equal(await setting(wait, place), 10)
    assert.lengthOf(await SettingValue.all(), 0)
  })

  test('who works for one location reaches neither another nor the whole house', async ({
    assert,
  }) => {
    const [own, foreign] = [await aPlace('pisa'), await aPlace('lucca')]
    const client = await atDesk('manager', [own])
    assert.equal((await client.get(`${PAGE}&location=${foreign.id}`)).status, 404)
    assert.equal((await client.get(`${PAGE}&location=${own.id}`)).status, 200)
    const whole = await client.get(PAGE)
    assert.include(whole.text, 'changed by people who work for all places')
    const { _csrf } = (await client.get(`${PAGE}&location=${own.id}`)).form('testing').fields
    const token = String(_csrf)
    const forced = await client.post('/admin/settings/testing', { _csrf: token })
    assert.equal(forced.status, 403)
    const elsewhere = { _csrf: token, location: String(foreign.id) }
    assert.equal((await client.post('/admin/settings/testing', elsewhere)).status, 404)
  })

  test('a variable locks the field and is named', async ({ assert, cleanup }) => {
    process.env.SETTING_TESTING_WAIT = '5'
    cleanup(() => void delete process.env.SETTING_TESTING_WAIT)
    const client = await atDesk('owner')
    const page = await client.get(PAGE)
    assert.include(page.text, 'SETTING_TESTING_WAIT')
    assert.notInclude(page.text, 'name="testing_wait"')
    await save(client, PAGE, { testing_wait: '9', 'seen[testing_wait]': 'x' })
    assert.equal(await setting(wait), 5)
  })

  test('offers actions of other pages, and they lead back', async ({ assert }) => {
    const owner = await atDesk('owner')
    const href = /href="([^"]*\/send-test[^"]*)"/.exec((await owner.get(PAGE)).text)?.[1] ?? ''
    const question = await owner.get(href.replaceAll('&amp;', '&'))
    const done = await owner.submit(question.form('/send-test'), { to: 'a@demo.invalid' })
    assert.equal(done.status, 422, 'there is no mail server, and what was typed stays')
    assert.include(done.text, 'value="a@demo.invalid"')
    assert.include(done.text, 'href="/admin/settings?owner=testing"')
    const { status } = await owner.get('/admin/settings?owner=nothing')
    assert.equal(status, 404)
  })

  test('hostile addresses and forms are answered without an error', async ({ assert }) => {
    const client = await atDesk('owner')
    for (const value of ['99999999999999', '-1', "1'--", '%00', 'x'.repeat(3000), '1&location=2']) {
      const { status } = await client.get(`${PAGE}&location=${value}`)
      assert.include([400, 404], status, value.slice(0, 20))
    }
    const form = (await client.get(PAGE)).form('/admin/settings/testing')
    for (const field of Object.keys(form.fields).filter((name) => name !== '_csrf')) {
      for (const hostile of [['a', 'b'], '\0', 'x'.repeat(20_000), HOSTILE]) {
        const answer = await client.submit(form, { [field]: hostile })
        assert.isBelow(answer.status, 500, field)
        assert.isTrue(isClean(answer), field)
      }
    }
  })

  test('a secret of another APP_KEY counts as not set, and health names it', async ({ assert }) => {
    await transaction((trx) => saveSetting(trx, key, CANARY, STAFF))
    await SettingValue.query().update({ value: JSON.stringify({ sealed: 'other.key' }) })
    forgetCaches()
    assert.equal(await setting(key), '')
    const { secretsAreReadable } = await import('#app/settings/health')
    assert.deepEqual(await secretsAreReadable.check(), {
      ok: false,
      detail: 'to be typed again: testing.key',
    })
  })
})
