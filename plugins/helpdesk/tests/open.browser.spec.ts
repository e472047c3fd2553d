import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { faultsOf } from '#tests/kit/accessibility'
import { onward, type Visitor, type VisitorOptions } from '#tests/kit/browser'
import type { TestServer } from '#tests/kit/servers'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
const OPEN = '/admin/helpdesk/open?customer=1'

const [ASKING, PLAIN] = ['A', 'P'].map((letter) => letter.repeat(22))

const FIELDS = [
  { key: 'device', kind: 'text', label: { en: 'Which device?', de: 'Welches Gerät?' } },
  { key: 'floor', kind: 'choice', label: { en: 'Floor', de: 'Stockwerk' } },
  { key: 'plan', kind: 'file', label: { en: 'Plan', de: 'Plan' }, required: false },
].map((field) => ({
  ...{ required: true, ...field },
  ...(field.kind === 'choice'
    ? { options: ['1', '2'].map((key) => ({ key, label: { en: `Floor ${key}` } })) }
    : {}),
}))

/** A menu of two needs, newer than any of the demo's; one of them asks something. */
async function aMenu(server: TestServer): Promise<void> {
  const query = (sql: string, values: unknown[]) => server.query<{ id: number }>(sql, values)
  const [{ id }] = await query(
    `insert into forms_definitions (public_id, name, current_number, created_at, updated_at)
     values (?, 'Devices', 1, 0, 0) returning id`,
    ['F'.repeat(22)]
  )
  const version = `insert into forms_versions (definition_id, number, fields, created_at)
    values (?, 1, ?, 0) returning id`
  await query(version, [id, JSON.stringify(FIELDS)])
  const decides = { kind: 'incident', impact: 'one', teamId: 1, serviceLevelId: null }
  const children = [ASKING, PLAIN].map((key) => ({
    ...{ key, hint: null, question: null, children: [] },
    label: { en: key === ASKING ? 'It is broken' : 'I have a question' },
    need: { ...decides, formId: key === ASKING ? id : null },
  }))
  await query(
    'insert into helpdesk_intake_versions (number, tree, created_at) values (999, ?, 0) returning id',
    [JSON.stringify({ children })]
  )
}

const SCREENS: Partial<VisitorOptions>[] = [
  { javaScript: true, width: 1280, theme: 'light' },
  { javaScript: true, width: 390, theme: 'dark' },
  { javaScript: false, width: 390, theme: 'light' },
]

test.group('A ticket opened on the telephone, in a browser', (group) => {
  let demo: DemoDesk

  group.setup(async () => {
    demo = await demoDesk(NOW)
    await aMenu(demo.server)
    return async () => void (await demo.server.stop())
  })

  const faults = (visitor: Visitor, name: string) => faultsOf(visitor, `open-${name}`)

  const questions = ({ page }: Visitor) => page.locator('#questions .field')

  async function chooses(visitor: Visitor, key: string, javaScript: boolean): Promise<void> {
    const { page } = visitor
    await page.selectOption('#need', key)
    if (!javaScript) await onward(page, () => page.click('button[name=choose]'))
    await page.locator(`#questions [name=shown][value="${key}"]`).waitFor({ state: 'attached' })
  }

  for (const [turn, screen] of SCREENS.entries()) {
    const { javaScript = true, width, theme } = screen
    const how = `${javaScript ? 'with' : 'without'} JavaScript at ${width} px, ${theme}`
    test(`H2, H3 the need’s questions come with it, and nothing typed is lost, ${how}`, async ({
      assert,
    }) => {
      const visitor = await demo.owner({ ...screen, address: `10.9.8.${turn}` })
      const { page } = visitor
      await visitor.open(OPEN)
      await page.fill('#description', 'It smells of smoke.')
      assert.equal(await questions(visitor).count(), 0)
      await chooses(visitor, ASKING, javaScript)
      assert.isAbove(await questions(visitor).count(), 0)
      assert.equal(await page.inputValue('#description'), 'It smells of smoke.')
      const words = {
        name: 'photo.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
      }
      await page.setInputFiles('#files', words)
      await onward(page, () => page.click('#open .actions button'))
      assert.equal(await page.inputValue('#description'), 'It smells of smoke.')
      assert.include(await page.locator('#open .files').innerText(), 'photo.pdf')
      await page.locator('.error-summary a[href="#urgency"]').waitFor()
      if (javaScript) assert.deepEqual(await faults(visitor, `refused-${turn}`), [])
      assert.isTrue(await visitor.reflows())
      await visitor.close()
    }).timeout(90_000)
  }

  test('an answer comes back with the need that it belongs to', async ({ assert }) => {
    const visitor = await demo.owner({ address: '10.9.8.9' })
    const { page } = visitor
    await visitor.open(OPEN)
    await chooses(visitor, ASKING, true)
    const field = page.locator('#questions :is(input[type=text], textarea)').first()
    await field.fill('The blue one')
    await chooses(visitor, PLAIN, true)
    assert.equal(await questions(visitor).count(), 0)
    await chooses(visitor, ASKING, true)
    assert.equal(await field.inputValue(), 'The blue one')
    page.once('dialog', (dialog) => void dialog.accept())
    await visitor.close()
  })

  test('V6 it is accessible in German, with questions', async ({ assert }) => {
    await demo.server.query(`update accounts_users set locale = 'de' where kind = 'staff'`)
    const visitor = await demo.owner({ address: '10.9.8.10', width: 320, theme: 'dark' })
    await visitor.open(`${OPEN}&need=${ASKING}`)
    assert.deepEqual(await faults(visitor, 'german'), [])
    await visitor.close()
  })
})
