import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { PASSWORD, someStaff } from '#tests/accounts/people'
import { FormVisitor, WAYS } from '#tests/admin/browser_desk'
import { Part, Thing, THINGS, withThings } from '#tests/admin/things'
import { onward, openVisitor, type VisitorOptions } from '#tests/kit/browser'
import { freshDatabase } from '#tests/kit/database'
import { serverUrl } from '#tests/web/visitor'

test.group('Rows of any resource, in a browser', (group) => {
  group.setup(() => testUtils.httpServer().start())
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withThings())

  async function owner(way: Partial<VisitorOptions>): Promise<FormVisitor> {
    const { email } = await someStaff({ role: 'owner' })
    const visitor = await openVisitor({ url: serverUrl(), ...way })
    await visitor.open('/sign-in?next=/admin/keys')
    await visitor.page.fill('#email', email)
    await visitor.page.fill('#password', PASSWORD)
    await onward(visitor.page, () => visitor.page.click('main form button[type=submit]'))
    visitor.problems()
    return new FormVisitor(visitor, way.javaScript ?? true)
  }

  const stored = async () =>
    (await Part.query().orderBy('position')).map(({ name, price }) => [name, price])

  for (const way of WAYS) {
    test(`are added, moved and removed, and kept when one is wrong, ${way.words}`, async ({
      assert,
    }) => {
      const form = await owner(way)
      await form.visitor.open(`${THINGS}/create`)
      await form.type('title', 'Box')
      for (const [at, name] of ['lid', 'lock', 'key'].entries()) {
        await form.take('parts.add')
        assert.equal(await form.news(), `Added: Part ${at + 1}.`)
        assert.equal(await form.focused(), `Part ${at + 1}`)
        await form.type(`parts[${at}][name]`, name)
      }
      await form.take('parts.2.up')
      assert.equal(await form.news(), 'Moved up: now Part 2 of 3.')
      await form.take('parts.0.remove')
      assert.equal(await form.news(), 'Removed: Part 1. 2 left.')
      assert.deepEqual(await form.faults('rows'), [])

      await form.type('parts[1][price]', 'ten')
      await form.save()
      const wrong = form.page.locator('#parts-1-price-error')
      assert.isNotEmpty(await wrong.textContent())
      const kept = ['parts[0][name]', 'parts[1][name]', 'parts[1][price]'].map((name) =>
        form.named(name).inputValue()
      )
      assert.deepEqual(await Promise.all(kept), ['key', 'lock', 'ten'])
      assert.lengthOf(await Thing.all(), 0)
      assert.deepEqual(await stored(), [])
      form.visitor.problems()
      assert.deepEqual(await form.faults('rows-wrong'), [])

      await form.type('parts[1][price]', '2.50')
      await form.save()
      assert.match(form.page.url(), /\/things\/\d+$/)
      assert.deepEqual(await stored(), [
        ['key', null],
        ['lock', 250],
      ])
      await form.visitor.close()
    }).timeout(90_000)
  }
})
