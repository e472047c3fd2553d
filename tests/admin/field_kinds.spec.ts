import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import { atDesk, save } from '#tests/admin/desk'
import { Thing, THINGS, withThings } from '#tests/admin/things'
import type { HttpClient } from '#tests/kit/http'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, rome } from '#tests/scheduling/planner'

/** Fills in the form of a page as somebody who reads this language. */
async function saveIn(locale: string, desk: HttpClient, [page, fields]: [string, Fields]) {
  const form = (await desk.get(`${page}?lang=${locale}`)).form('/things')
  return desk.submit({ ...form, action: `${form.action}?lang=${locale}` }, fields)
}
type Fields = Parameters<HttpClient['submit']>[1]

const only = () => Thing.query().orderBy('id', 'desc').firstOrFail()
const CREATE = `${THINGS}/create`

test.group('Kinds of fields', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withThings())

  test('store what was typed in the formats of the person', async ({ assert }) => {
    const place = await aLocation()
    const desk = await atDesk('owner')
    const answer = await saveIn('de', desk, [
      CREATE,
      {
        title: 'Kiste',
        note: 'zwei\nZeilen',
        weight: '1.250,5',
        price: '1.234,50 ',
        bornOn: '23.11.2026',
        opensAt: '9.30',
        locationId: String(place.id),
        'meetsAt[local]': '2026-11-24T09:30',
        size: 'large',
        'tags[]': ['red', 'blue'],
        isLent: 'on',
        borrower: 'Anna',
        colour: '#AA3300',
        'text[de]': 'Hallo',
        wage: '10',
        secret: 'x',
      },
    ])
    assert.equal(answer.status, 303)
    const { id, createdAt, updatedAt, ...stored } = (await only()).$attributes
    assert.deepEqual(stored, {
      title: 'Kiste',
      note: 'zwei\nZeilen',
      weight: 1250.5,
      price: 123450,
      bornOn: '2026-11-23',
      opensAt: '09:30',
      locationId: place.id,
      meetsAt: rome('2026-11-24 09:30'),
      size: 'large',
      tags: ['red', 'blue'],
      isLent: true,
      borrower: 'Anna',
      colour: '#aa3300',
      text: { de: 'Hallo' },
      wage: 1000,
      cost: null,
      currency: null,
      secret: 'x',
      version: 1,
    })
    assert.isAbove(id + createdAt + updatedAt, 0)
  })

  test('come back unchanged through the form in every language', async ({ assert }) => {
    const thing = await Thing.create({
      title: 'Box',
      weight: 1234.5,
      price: 123456789,
      bornOn: '2026-02-28',
      opensAt: '24:00',
      meetsAt: rome('2026-10-25 00:30'),
      tags: [],
      isLent: false,
      text: {},
    })
    const desk = await atDesk('owner')
    const page = `${THINGS}/${thing.id}/edit`
    for (const locale of LOCALES) {
      const { status } = await saveIn(locale, desk, [page, {}])
      assert.equal(status, 303, locale)
      const after = await only()
      assert.deepInclude(after.$attributes, { weight: 1234.5, price: 123456789 }, locale)
      assert.deepInclude(after.$attributes, { meetsAt: thing.meetsAt, bornOn: '2026-02-28' })
    }
    assert.include((await desk.get(`${page}?lang=fr`)).text, 'value="1\u202f234\u202f567,89"')
  })

  test('say in words what is wrong, and keep it', async ({ assert }) => {
    const desk = await atDesk('owner')
    const wrong = {
      title: 'Box',
      weight: '1,2345',
      price: 'ten',
      bornOn: '2026-02-30',
      opensAt: '25:00',
      size: 'huge',
      colour: 'red',
      wage: '9,999',
    }
    const answer = await saveIn('it', desk, [CREATE, wrong])
    assert.equal(answer.status, 422)
    const ids = [...answer.text.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id)
    assert.deepEqual(ids, ['weight', 'price', 'bornOn', 'opensAt', 'size', 'colour', 'wage'])
    assert.include(answer.text, '1234,50')
    assert.include(answer.text, 'value="ten"')
    assert.equal(answer.form('/things').fields.wage, '9,999')
    assert.lengthOf(await Thing.all(), 0)
  })

  test('ask about a wall time that does not exist, or exists twice', async ({ assert }) => {
    const desk = await atDesk('owner')
    const gap = { title: 'Box', 'meetsAt[local]': '2027-03-28T02:30' }
    const skipped = await save(desk, CREATE, gap)
    assert.include(skipped.text, 'On Sunday, 28 March 2027 the clock goes forward')
    const asked = await save(desk, CREATE, { ...gap, 'meetsAt[local]': '2026-10-25T02:30' })
    assert.equal(asked.status, 422)
    assert.include(asked.text, 'comes twice')
    const form = asked.form('/things')
    for (const [offset, instant] of [
      ['120', Date.parse('2026-10-25T00:30:00Z')],
      ['60', Date.parse('2026-10-25T01:30:00Z')],
    ] as const) {
      const saved = await desk.submit(form, { 'meetsAt[offset]': offset })
      assert.equal(saved.status, 303)
      const stored = await only()
      assert.equal(stored.meetsAt, instant)
      const page = await desk.get(`${THINGS}/${stored.id}/edit`)
      assert.equal(page.form('/things').fields['meetsAt[offset]'], offset)
    }
    const lie = await desk.submit(form, { 'meetsAt[offset]': '330' })
    assert.equal(lie.status, 422)
  })

  test('hidden fields are neither checked nor stored', async ({ assert }) => {
    const desk = await atDesk('owner')
    const hidden = await save(desk, CREATE, { title: 'Box', borrower: 'Anna' })
    assert.equal(hidden.status, 303)
    assert.isNull((await only()).borrower ?? null)
    const missing = await save(desk, CREATE, { title: 'Box', isLent: 'on' })
    assert.include(missing.text, 'href="#borrower"')
    const again = await save(desk, CREATE, { title: 'Box', isLent: 'on', _again: 'isLent' })
    assert.equal(again.status, 200)
    assert.notMatch(again.text, /data-when="[^"]*isLent[^"]*" +hidden/)
    assert.lengthOf(await Thing.all(), 1)
  })

  test('a field needs its permission to be changed, or to be seen', async ({ assert }) => {
    const thing = await Thing.create({ title: 'Box', wage: 123400, secret: 'hush', isLent: false })
    const manager = await atDesk('manager')
    const edit = `${THINGS}/${thing.id}/edit`
    const page = await manager.get(edit)
    assert.include(page.text, '€1,234.00')
    assert.notInclude(page.text, 'name="wage"')
    assert.notInclude(page.text, 'hush')
    assert.notInclude((await manager.get(`${THINGS}/${thing.id}`)).text, 'hush')
    const answer = await save(manager, edit, { title: 'Crate', wage: '1', secret: 'mine' })
    assert.equal(answer.status, 303)
    assert.deepInclude((await only()).$attributes, {
      title: 'Crate',
      wage: 123400,
      secret: 'hush',
    })
    const created = await save(manager, CREATE, { title: 'New', wage: '1', secret: 'mine' })
    assert.equal(created.status, 303)
    const fresh = await only()
    assert.deepEqual([fresh.title, fresh.wage ?? null, fresh.secret ?? null], ['New', null, null])
  })
})
