import { test } from '@japa/runner'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'

const KEYS = '/admin/keys'

test.group('Keys of the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('the sheet lists what the person may open', async ({ assert }) => {
    const owner = await (await atDesk('owner')).get(KEYS)
    assert.match(owner.text, /href="\/admin" data-keys="g t"/)
    assert.include(owner.text, 'data-keys="g s"')
    assert.include(owner.text, '<kbd>?</kbd>')
    const desk = await (await atDesk('desk')).get(KEYS)
    assert.include(desk.text, 'data-keys="g t"')
    assert.notInclude(desk.text, '/admin/accounts/staff" data-keys')
  })

  test('a person switches single keys off and on, for themselves alone', async ({ assert }) => {
    const [one, other] = [await atDesk('manager'), await atDesk('manager')]
    const off = await one.submit((await one.get(KEYS)).form('/me/keys'))
    assert.equal(off.location, KEYS)
    assert.notInclude((await one.get('/admin')).text, 'id="desk-keys"')
    assert.include((await one.get(KEYS)).text, 'Single keys are off')
    assert.include((await other.get('/admin')).text, 'id="desk-keys"')
    await one.submit((await one.get(KEYS)).form('/me/keys'))
    assert.include((await one.get('/admin')).text, 'id="desk-keys"')
    for (const on of ['', 'maybe', 'x'.repeat(10_000)]) {
      const form = (await one.get(KEYS)).form('/me/keys')
      assert.equal((await one.submit(form, { on })).status, 303)
    }
    assert.include((await one.get('/admin')).text, 'id="desk-keys"')
  })
})
