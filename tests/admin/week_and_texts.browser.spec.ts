import { test } from '@japa/runner'
import { demoForms, WAYS } from '#tests/admin/browser_desk'

const RULES = '/admin/scheduling/opening-rules'
const EXCEPTIONS = '/admin/scheduling/opening-exceptions'
const SERVICE = '/admin/scheduling/services/1/edit'

test.group('Forms of the panel, in a browser', (group) => {
  let desk: Awaited<ReturnType<typeof demoForms>>

  group.setup(async () => {
    desk = await demoForms(Date.parse('2026-11-24T08:00:00Z'))
    return async () => void (await desk.server.stop())
  })

  for (const way of WAYS) {
    test(`weekly hours are written, copied and mended ${way.words}`, async ({ assert }) => {
      const form = await desk.owner(way)
      const { visitor, page } = form
      await visitor.open(`${RULES}/create?locationId=1`)
      await form.type('validFrom', way.javaScript ? '01012031' : '01012032')
      await form.take('hours.1.add')
      assert.equal(await form.focused(), 'Monday, hours 1: opens')
      await page.keyboard.type('9')
      await form.type('hours[1][0][closes]', '13')
      await form.take('hours.1.add')
      assert.equal(await form.focused(), 'Monday, hours 2: opens')
      await page.keyboard.type('15')
      await form.type('hours[1][1][closes]', '14')
      await form.take('hours.copy')
      assert.isTrue(await form.isFocused(form.step('hours.copy')))
      assert.notEqual(await form.news(), '')
      await form.take('hours.5.1.remove')
      assert.equal(await form.focused(), 'Friday, hours 1: opens')
      assert.deepEqual(await form.faults('week-filled'), [])

      await form.save()
      assert.isTrue(await form.isFocused(page.locator('.error-summary')))
      assert.equal(await form.named('hours[2][0][opens]').inputValue(), '09:00')
      assert.deepEqual(await form.faults('week-wrong'), [])
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      assert.equal(await form.focused(), 'Monday, hours 2: closes')
      for (const day of [1, 2, 3, 4]) await form.type(`hours[${day}][1][closes]`, '18:30')
      await form.save()
      const text = await page.locator('main').innerText()
      assert.include(text, 'Mon–Thu 09:00–13:00, 15:00–18:30')
      await visitor.close()
    }).timeout(90_000)

    test(`a choice shows its fields, and hidden ones keep what they had ${way.words}`, async ({
      assert,
    }) => {
      const form = await desk.owner(way)
      const { visitor, page } = form
      await visitor.open(`${EXCEPTIONS}/create?fromDay=2026-12-24&toDay=2026-12-24`)
      assert.isFalse(await form.named('opens').isVisible())
      await form.toggle('closed')
      if (!way.javaScript) await form.lookAgain('closed')
      await form.type('opens', '10:00')
      assert.isTrue(await form.isUncovered())
      assert.deepEqual(await form.faults('condition-shown'), [])
      await form.save()
      assert.isTrue(await form.isFocused(page.locator('.error-summary')))
      assert.equal(await form.named('opens').inputValue(), '10:00')
      await form.type('closes', '12:00')
      await form.toggle('closed')
      if (!way.javaScript) await form.lookAgain('closed')
      assert.isFalse(await form.named('opens').isVisible())
      assert.deepEqual(await form.faults('condition-hidden'), [])
      await form.toggle('closed')
      if (!way.javaScript) await form.lookAgain('closed')
      assert.equal(await form.named('closes').inputValue(), '12:00')
      await form.save()
      assert.notInclude(page.url(), 'create')

      const edit = `${page.url()}/edit`
      await page.goto(edit)
      await form.toggle('closed')
      await form.save()
      await page.goto(edit)
      await form.toggle('closed')
      if (!way.javaScript) await form.lookAgain('closed')
      assert.equal(await form.named('opens').inputValue(), '10:00')
      await visitor.close()
    }).timeout(90_000)

    test(`a text in eight languages marks those that are missing ${way.words}`, async ({
      assert,
    }) => {
      const form = await desk.owner(way)
      const { visitor, page } = form
      await visitor.open(SERVICE)
      const polish = page.locator('[name="name[pl]"]')
      const name = page.locator('fieldset', { has: polish })
      const summary = name.locator('summary')
      const missing = name.locator('.admin-translated__text', { has: polish })
      await visitor.tabTo(summary)
      await page.keyboard.press('Enter')
      assert.equal(await name.locator('input').count(), 8)
      await form.type('name[pl]', ' ')
      await form.type('name[de]', 'x'.repeat(121))
      await form.save()
      assert.isTrue(await form.isFocused(page.locator('.error-summary')))
      assert.isTrue(await form.named('name[pl]').isVisible())
      assert.include(await missing.innerText(), 'missing')
      assert.equal(await form.named('name[de]').getAttribute('aria-invalid'), 'true')
      assert.isNull(await form.named('name[es]').getAttribute('aria-invalid'))
      assert.deepEqual(await form.faults('texts-wrong'), [])
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      assert.equal(await form.focused(), 'name[de]')

      await form.type('name[pl]', 'Badanie wzroku')
      assert.notInclude(await missing.innerText(), 'missing')
      await form.type('name[de]', 'Sehtest')
      await form.save()
      assert.include((await page.locator('main').textContent()) ?? '', 'Badanie wzroku')
      await visitor.close()
    }).timeout(90_000)
  }
})
