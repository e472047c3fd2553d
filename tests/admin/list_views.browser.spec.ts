import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { onward, type Visitor, type VisitorOptions } from '#tests/kit/browser'

const NOW = Date.parse('2026-11-24T08:00:00Z')
const LIST = '/admin/scheduling/resources'
const SCREENS = [
  [390, 'light'],
  [390, 'dark'],
  [1280, 'dark'],
  [1280, 'light'],
] as const
const MENUS = ['filter-locationId', 'filter-kind', 'list-views', 'list-columns', 'list-exports']

/** A menu that floats covers a part of what stands behind it. */
const BEHIND = /^target-size: .*\.table__sort\)$/

test.group('Views, columns and filters of a list, in a browser', (group) => {
  let demo: DemoDesk

  group.setup(async () => {
    demo = await demoDesk(NOW)
    await somePlaces()
    return async () => void (await demo.server.stop())
  })

  const owner = (options: Partial<VisitorOptions> = {}) => demo.owner({ at: LIST, ...options })

  /** So many that the filter by place is searched. */
  async function somePlaces() {
    const insert = `insert into organisation_locations
      (public_id, slug, name, zone, active, version, created_at, updated_at)
      values (?, ?, ?, 'Europe/Rome', ?, 1, 0, 0)`
    for (let i = 10; i < 36; i++) {
      await demo.server.query(insert, [`place-${i}`, `place-${i}`, `Place ${i}`, true])
    }
    await demo.server.query(`update scheduling_resources set location_id =
      (select id from organisation_locations where name = 'Place 31')
      where id = (select max(id) from scheduling_resources)`)
  }

  const head = ({ page }: Visitor, name: string) =>
    page.locator('#admin-list th', { hasText: name })
  const chip = ({ page }: Visitor, name: string) => page.getByRole('link', { name })
  const isFocused = ({ page }: Visitor, selector: string) =>
    page.locator(selector).evaluate((one) => one === document.activeElement)
  const said = ({ page }: Visitor) => page.locator('main .notice').innerText()

  async function unfold(desk: Visitor, id: string) {
    await desk.tabTo(desk.page.locator(`#${id} > summary`))
    await desk.page.keyboard.press('Enter')
  }

  async function press(desk: Visitor, name: string) {
    await desk.tabTo(desk.page.locator('main').getByRole('button', { name }))
    await onward(desk.page, () => desk.page.keyboard.press('Enter'))
  }

  test('by keyboard: find a place, choose columns, keep both as a view, share it, start with it', async ({
    assert,
  }) => {
    const desk = await owner()
    const { page } = desk
    const { keyboard } = page
    await unfold(desk, 'filter-locationId')
    await desk.tabTo(page.locator('#find-locationId'))
    await keyboard.type('place 31')
    await page.waitForFunction(
      () => document.querySelectorAll('.admin-find__found label').length === 2
    )
    await desk.tabTo(page.locator('#filter-locationId-all'))
    await keyboard.press('ArrowDown')
    await chip(desk, 'Location is Place 31').waitFor()
    assert.equal(await page.locator('#admin-list tbody tr').count(), 1)
    assert.isTrue(
      await page.locator('#filter-locationId').evaluate((one) => one.hasAttribute('open'))
    )
    assert.isTrue(await isFocused(desk, '.admin-find__found input:checked'))
    await keyboard.press('Escape')
    assert.isTrue(await isFocused(desk, '#filter-locationId > summary'))

    await unfold(desk, 'list-columns')
    await desk.tabTo(page.locator('#column-locationId'))
    await keyboard.press('Space')
    await head(desk, 'Location').waitFor({ state: 'detached' })
    assert.isTrue(await isFocused(desk, '#column-locationId'))
    await keyboard.press('Escape')

    await unfold(desk, 'list-views')
    await desk.tabTo(page.locator('#view-name'))
    await keyboard.type('At 31')
    await keyboard.press('Tab')
    await keyboard.press('Space')
    await keyboard.press('Tab')
    await onward(page, () => keyboard.press('Enter'))
    assert.include(await said(desk), 'The view “At 31” is saved.')

    await unfold(desk, 'list-views')
    assert.include(await page.locator('#list-views').innerText(), 'shared')
    await desk.tabTo(page.getByRole('link', { name: 'View: At 31' }))
    await onward(page, () => keyboard.press('Enter'))
    await press(desk, 'Open the list with this view')
    assert.equal(new URL(page.url()).pathname, LIST)
    await chip(desk, 'Location is Place 31').waitFor()
    assert.deepEqual(desk.problems(), [])

    await desk.tabTo(page.getByRole('link', { name: 'All', exact: true }))
    await onward(page, () => keyboard.press('Enter'))
    assert.equal(await chip(desk, 'Location is Place 31').count(), 0)
    await unfold(desk, 'list-columns')
    await desk.tabTo(page.getByRole('button', { name: 'Usual columns' }))
    await keyboard.press('Enter')
    await head(desk, 'Location').waitFor()
    await desk.close()
  }).timeout(120_000)

  test('by keyboard: a view is removed once the dialog was answered', async ({ assert }) => {
    const desk = await owner({ address: '10.9.1.2' })
    const { page } = desk
    const { keyboard } = page
    await desk.open(LIST)
    await unfold(desk, 'list-views')
    await desk.tabTo(page.getByRole('link', { name: 'View: At 31' }))
    await onward(page, () => keyboard.press('Enter'))
    const remove = page.getByRole('link', { name: 'Remove this view' })
    const dialog = page.locator('#ask-dialog')
    await desk.tabTo(remove)
    await keyboard.press('Enter')
    await dialog.waitFor()
    assert.include(await dialog.innerText(), 'It disappears for everyone it is shared with.')
    assert.deepEqual(await desk.axe(), [])
    if (process.env.SCREENSHOTS) await desk.screenshot('list-view-removal')
    await keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.isTrue(await remove.evaluate((one) => one === document.activeElement))
    await keyboard.press('Enter')
    await dialog.waitFor()
    await desk.tabTo(dialog.locator('form[method=post] button'))
    await onward(page, () => keyboard.press('Enter'))
    assert.include(await said(desk), 'Removed')
    assert.equal(await page.getByRole('link', { name: 'At 31' }).count(), 0)
    assert.equal(await chip(desk, 'Location is Place 31').count(), 0)
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(120_000)

  test('without JavaScript: the same by buttons and pages', async ({ assert }) => {
    const desk = await owner({ javaScript: false, width: 390, address: '10.9.1.3' })
    const { page } = desk
    const main = page.locator('main')
    const go = (name: string) => main.getByRole('button', { name }).click()
    await page.locator('#filter-locationId > summary').click()
    await page.fill('#find-locationId', 'place 31')
    await page.locator('#filter-locationId').getByRole('button', { name: 'Search' }).click()
    await page.locator('.admin-find__found').getByText('Place 31').click()
    await go('Apply')
    assert.equal(await chip(desk, 'Location is Place 31').count(), 1)
    await page.locator('#filter-locationId > summary').click()
    await page.locator('#list-columns > summary').click()
    await page.locator('#column-locationId').uncheck()
    await go('Show these columns')
    assert.equal(await head(desk, 'Location').count(), 0)
    assert.equal(await chip(desk, 'Location is Place 31').count(), 1)

    await page.locator('#list-views > summary').click()
    await page.fill('#view-name', 'Plain')
    await go('Save view')
    assert.include(await said(desk), 'The view “Plain” is saved.')
    await page.locator('#list-views > summary').click()
    await page.getByRole('link', { name: 'View: Plain' }).click()
    await page.getByLabel('Share with everyone').check()
    await go('Save')
    await page.locator('#list-views > summary').click()
    assert.include(await page.locator('#list-views').innerText(), 'shared')
    await page.getByRole('link', { name: 'View: Plain' }).click()
    await go('Open the list with this view')
    await desk.open(LIST)
    assert.equal(await chip(desk, 'Location is Place 31').count(), 1)
    await page.locator('#list-views > summary').click()
    await page.getByRole('link', { name: 'View: Plain' }).click()
    await page.getByRole('link', { name: 'Remove this view' }).click()
    assert.match(page.url(), /\/remove$/)
    assert.include(await page.locator('#ask').innerText(), 'disappears for everyone')
    assert.isTrue(await desk.reflows())
    await go('Remove this view')
    assert.include(await said(desk), 'Removed')
    assert.equal(await page.getByRole('link', { name: 'Plain' }).count(), 0)
    await desk.close()
  }).timeout(120_000)

  test('menus and pages of views are accessible and fit', async ({ assert }) => {
    const desk = await owner({ address: '10.9.1.5' })
    const { page } = desk
    const faults: Record<string, string[]> = {}
    const look = async (name: string) => {
      for (const [width, theme] of SCREENS) {
        await desk.sitAt(width, theme)
        const seen = (await desk.axe()).filter((fault) => !BEHIND.test(fault))
        const found = [...seen, ...desk.problems()]
        if (!(await desk.reflows())) found.push('needs sideways scrolling')
        if (found.length > 0) faults[`${name} at ${width} px, ${theme}`] = found
        if (process.env.SCREENSHOTS) await desk.screenshot(`list-${name}-${width}-${theme}`)
      }
    }
    await desk.open(`${LIST}?kind=counter`)
    await page.locator('#list-views > summary').click()
    await page.fill('#view-name', 'Looks')
    await onward(page, () => page.keyboard.press('Enter'))
    for (const id of MENUS) {
      await page.locator(`#${id} > summary`).click()
      await look(id)
      await page.keyboard.press('Escape')
      await page.locator(`#${id}:not([open])`).waitFor()
    }
    await page.locator('#list-views > summary').click()
    await onward(page, () => page.getByRole('link', { name: /^View: Looks/ }).click())
    await look('page')
    const view = page.url()
    await page.fill('#name', ' ')
    await onward(page, () => page.getByRole('button', { name: 'Save', exact: true }).click())
    await look('page-refused')
    await desk.open(`${new URL(view).pathname}/remove`)
    await look('page-remove')
    assert.deepEqual(faults, {})
    await desk.close()
  }).timeout(120_000)
})
