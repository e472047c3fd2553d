import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { faultsOf } from '#tests/kit/accessibility'
import { onward, type Visitor } from '#tests/kit/browser'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
const LIST = '/admin/helpdesk/tickets'
const RUNNING = `${LIST}?tab=running`

/** A ticket that somebody else writes about, while the others are looked at. */
type Other = { writes: (words: string) => Promise<void>; page: string; reply: string }

test.group('Tickets that change while they are open', (group) => {
  let demo: DemoDesk
  let other: Other

  group.setup(async () => {
    demo = await demoDesk(NOW)
    const [{ id }] = await demo.server.query<{ id: number }>(
      `select id from helpdesk_tickets where state = 'in_progress' order by priority, id limit 1`
    )
    const colleague = await demo.owner({ address: '10.9.7.1' })
    const reply = `/admin/helpdesk/replies/${id}`
    const writes = async (words: string) => {
      await colleague.open(`${reply}?word=note`)
      await colleague.page.fill('#message', words)
      await colleague.page.check('input[name=word][value=note]')
      await onward(colleague.page, () => colleague.page.click('#reply .actions button'))
    }
    other = { writes, reply, page: `${LIST}/${id}` }
    return async () => void (await demo.server.stop())
  })

  /** A new ticket of the demo's first customer, by somebody else. */
  async function opens(words: string): Promise<void> {
    const colleague = await demo.owner({ address: '10.9.7.2' })
    const { page } = colleague
    await colleague.open('/admin/helpdesk/open?customer=1')
    await page.selectOption('#need', { index: 1 })
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=shown]')?.value !== ''
    )
    await page.check('input[name=urgency][value=high]')
    await page.fill('#description', words)
    for (const field of await page.locator('#questions input[type=text]:visible').all()) {
      await field.fill('Left')
    }
    await onward(page, () => page.click('#open .actions button'))
    await colleague.close()
  }

  const rowOf = ({ page }: Visitor, words: string) => page.locator('tbody tr', { hasText: words })
  const look = (visitor: Visitor, name: string) => faultsOf(visitor, `live-${name}`)
  const countOf = async ({ page }: Visitor) =>
    Number(await page.locator('.tabs__item[href*="running"] .tabs__count').innerText())

  test('the list follows; focus, an open menu and what is typed stay', async ({ assert }) => {
    const desk = await demo.owner()
    const { page } = desk
    await desk.open(RUNNING)
    const before = await countOf(desk)
    const link = page.locator('tbody tr').nth(2).locator('a').first()
    const href = await link.getAttribute('href')
    await page.locator('#list-columns summary').click()
    await page.locator('#q').evaluate((field: HTMLInputElement) => (field.value = 'half typ'))
    await link.focus()
    await opens('The door does not close.')
    await rowOf(desk, 'The door does not close.').waitFor()
    assert.equal(await countOf(desk), before + 1)
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), href)
    assert.equal(await page.inputValue('#q'), 'half typ')
    assert.equal(await page.locator('#list-columns[open]').count(), 1)
    assert.isFalse(await page.locator('.admin-news .notice').isVisible())
    assert.deepEqual(desk.problems(), [])
  }).timeout(90_000)

  test('while rows are ticked it says so; they stay ticked when it is refreshed', async ({
    assert,
  }) => {
    const desk = await demo.owner()
    const { page } = desk
    await desk.open(RUNNING)
    const boxes = page.locator('input[name="ids[]"]')
    const ticked = [await boxes.nth(1).inputValue(), await boxes.nth(3).inputValue()]
    for (const index of [1, 3]) await boxes.nth(index).check()
    await opens('The lamp flickers.')
    const notice = page.locator('.admin-news .notice')
    await notice.waitFor()
    assert.equal(await rowOf(desk, 'The lamp flickers.').count(), 0)
    assert.equal(await page.locator('.admin-news [role=status]:has(.notice)').count(), 1)
    assert.deepEqual(await look(desk, 'ticked'), [])
    await desk.tabTo(notice.locator('button'))
    await page.keyboard.press('Enter')
    await rowOf(desk, 'The lamp flickers.').waitFor()
    const still = page.locator('input[name="ids[]"]:checked')
    assert.deepEqual(
      await still.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      ticked
    )
    assert.equal(await page.locator('#bulk output').textContent(), '2')
    assert.isFalse(await notice.isVisible())
    assert.isTrue(await page.evaluate(() => document.activeElement!.closest('tbody') !== null))
    assert.deepEqual(desk.problems(), [])
  }).timeout(90_000)

  test('a ticket that is open says that somebody has written, and shows it when asked', async ({
    assert,
  }) => {
    const desk = await demo.owner()
    const { page } = desk
    await desk.open(other.page)
    const notice = page.locator('#admin-news .notice')
    assert.isFalse(await notice.isVisible())
    await other.writes('I have called them.')
    await notice.waitFor()
    assert.notInclude(await page.locator('main').innerText(), 'I have called them.')
    assert.deepEqual(await look(desk, 'ticket'), [])
    await desk.tabTo(notice.locator('a'))
    await onward(page, () => page.keyboard.press('Enter'))
    assert.include(await page.locator('main').innerText(), 'I have called them.')
    assert.isFalse(await notice.isVisible())
    assert.deepEqual(desk.problems(), [])
  }).timeout(90_000)

  test('a draft stays while what others wrote is fetched below it', async ({ assert }) => {
    const desk = await demo.owner()
    const { page } = desk
    await desk.open(`${other.reply}?word=answer`)
    await page.fill('#message', 'We come on Thursday.')
    await other.writes('They wait for us.')
    const notice = page.locator('#admin-news .notice')
    await notice.waitFor()
    assert.deepEqual(await look(desk, 'draft'), [])
    await notice.locator('a').click()
    await page.locator('#thread', { hasText: 'They wait for us.' }).waitFor()
    assert.equal(await page.inputValue('#message'), 'We come on Thursday.')
    await notice.waitFor({ state: 'hidden' })
    await onward(page, () => page.click('#reply .actions button'))
    assert.equal(new URL(page.url()).pathname, other.page)
    assert.include(await page.locator('main').innerText(), 'We come on Thursday.')
    assert.deepEqual(desk.problems(), [])
  }).timeout(90_000)

  test('without JavaScript everything is there, and nothing speaks of it', async ({ assert }) => {
    const desk = await demo.owner({ javaScript: false, width: 390, address: '10.9.7.3' })
    for (const path of [RUNNING, other.page, other.reply]) {
      assert.equal(await desk.open(path), 200, path)
      assert.isFalse(await desk.page.locator('.admin-news .notice').isVisible(), path)
      assert.isTrue(await desk.reflows(), path)
    }
  })
})
