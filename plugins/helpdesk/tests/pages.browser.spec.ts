import { test } from '@japa/runner'
import { pageStates } from '#plugins/helpdesk/tests/page_states'
import { customerPages, NOW } from '#tests/kit/customer_pages'

test.group('Pages of the helpdesk in a browser', (group) => {
  const pages = customerPages(group, {
    plugin: 'helpdesk',
    called: 'the helpdesk',
    about: 'H1–H9',
    states: (server) => pageStates(server, NOW),
  })

  test('H3 a chosen file is named with its size, and let go before it is sent', async ({
    assert,
  }) => {
    const visitor = await pages.customer('pl', '10.8.9.1')
    const { page } = visitor
    await visitor.open(pages.stateNamed('form').path)
    const input = page.locator('input[type=file]')
    const chosen = page.locator('[data-chosen-files]')
    assert.isFalse(await chosen.isVisible())
    await input.setInputFiles({
      ...{ name: 'drukarka.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2000, 'a') },
    })
    assert.match(await chosen.innerText(), /drukarka\.txt\s+2\skB/)
    assert.deepEqual([...(await visitor.axe()), ...visitor.problems()], [])
    await visitor.tabTo(chosen.locator('button'))
    await page.keyboard.press('Enter')
    assert.isFalse(await chosen.isVisible())
    assert.equal(await input.evaluate((one: HTMLInputElement) => one.files!.length), 0)
    assert.isTrue(await input.evaluate((one) => one === document.activeElement))
    await visitor.close()
  }).timeout(60_000)
})
