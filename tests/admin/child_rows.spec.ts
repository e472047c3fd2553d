import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { Part, Thing, THINGS, withThings } from '#tests/admin/things'
import { freshDatabase } from '#tests/kit/database'

const partsOf = async ({ id }: Thing) =>
  (await Part.query().where('thingId', id).orderBy('position')).map(({ name }) => name)

async function aThing(...names: string[]) {
  const thing = await Thing.create({ title: 'Box', isLent: false })
  for (const [position, name] of names.entries()) {
    await Part.create({ thingId: thing.id, name, position, price: 100 })
  }
  return { thing, edit: `${THINGS}/${thing.id}/edit` }
}

test.group('Rows that belong to a record', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withThings())

  test('are added, changed, ordered and removed with it', async ({ assert }) => {
    const { thing, edit } = await aThing('lid', 'lock', 'key')
    const desk = await atDesk('owner')
    let form = (await desk.get(edit)).form('/things')
    for (const [step, typed] of [
      ['parts.1.remove', {}],
      ['parts.add', {}],
      ['parts.2.up', { 'parts[2][name]': 'hinge', 'parts[2][price]': '2.50' }],
    ] as const) {
      const page = await desk.submit(form, { ...typed, _step: step })
      assert.equal(page.status, 200)
      form = page.form('/things')
    }
    assert.deepEqual(await partsOf(thing), ['lid', 'lock', 'key'])
    assert.equal((await desk.submit(form, { 'parts[0][name]': 'cover' })).status, 303)
    assert.deepEqual(await partsOf(thing), ['cover', 'hinge', 'key'])
    assert.equal((await Part.findByOrFail('name', 'hinge')).price, 250)
    assert.equal((await thing.refresh()).version, 2)

    const entries = await AuditEntry.query().where('object', 'testing_things.part').orderBy('id')
    assert.deepEqual(
      entries.map(({ action, fields }) => [action.split('_').at(-1), fields.join()]),
      [
        ['removed', 'name,position,price'],
        ['changed', 'name'],
        ['created', 'name,position,price'],
      ]
    )
    const untouched = await Part.findByOrFail('name', 'key')
    assert.equal(untouched.version, 1)
  })

  test('the focus goes to the new row, and what happened is said', async ({ assert }) => {
    const { edit } = await aThing('lid')
    const desk = await atDesk('owner')
    const form = (await desk.get(edit)).form('/things')
    const added = await desk.submit(form, { title: 'Crate', _step: 'parts.add' })
    assert.match(added.text, /<div class="admin-line"[^>]*aria-label="Part 2"[^>]*autofocus/)
    assert.match(added.text, /role="status"[^>]*>Added: Part 2\.</)
    assert.equal(added.form('/things').fields.title, 'Crate')
    const removed = await desk.submit(added.form('/things'), { _step: 'parts.0.remove' })
    assert.match(removed.text, /<div class="admin-line"[^>]*aria-label="Part 1"[^>]*autofocus/)
    assert.include(removed.text, 'Removed: Part 1. 1 left.')
    const none = await desk.submit(removed.form('/things'), { _step: 'parts.0.remove' })
    assert.match(none.text, /value="parts.add" autofocus/)
  })

  test('each names its own errors, and nothing is stored', async ({ assert }) => {
    const { thing, edit } = await aThing('lid', 'lock')
    const desk = await atDesk('owner')
    const answer = await save(desk, edit, {
      title: '',
      'parts[0][name]': '',
      'parts[1][price]': 'ten',
    })
    assert.equal(answer.status, 422)
    const ids = [...answer.text.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id)
    assert.deepEqual(ids, ['title', 'parts-0-name', 'parts-1-price'])
    for (const id of ids) assert.include(answer.text, ` id="${id}"`)
    assert.deepEqual(await partsOf(thing), ['lid', 'lock'])
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`parts[${i}][name]`, 'x']))
    assert.include((await save(desk, edit, many)).text, 'href="#parts"')
  })

  test('only rows of this record can be named', async ({ assert }) => {
    const { thing, edit } = await aThing('lid')
    const other = await aThing('foreign')
    const foreign = await Part.findByOrFail('name', 'foreign')
    const desk = await atDesk('owner')
    const taken = await save(desk, edit, { 'parts[0][id]': String(foreign.id) })
    assert.equal(taken.status, 404)
    const own = await Part.findByOrFail('name', 'lid')
    const twice = { 'parts[1][id]': String(own.id), 'parts[1][name]': 'again' }
    assert.equal((await save(desk, edit, twice)).status, 404)
    const stolen = { 'parts[0][thingId]': String(other.thing.id), 'parts[0][position]': '7' }
    assert.equal((await save(desk, edit, stolen)).status, 303)
    assert.deepEqual(await partsOf(thing), ['lid'])
    assert.deepEqual(await partsOf(other.thing), ['foreign'])
    assert.equal((await own.refresh()).position, 0)
  })

  test('a post in which they did not all arrive removes none', async ({ assert }) => {
    const { thing, edit } = await aThing('lid', 'lock')
    const desk = await atDesk('owner')
    const { action, fields } = (await desk.get(edit)).form('/things')
    const sent = Object.entries(fields).filter(([name]) => !name.startsWith('parts['))
    assert.equal((await desk.post(action, Object.fromEntries(sent))).status, 303)
    assert.deepEqual(await partsOf(thing), ['lid', 'lock'])
    const { version } = (await desk.get(edit)).form('/things').fields
    const cut = { ...Object.fromEntries(sent), version, 'parts[0][name]': 'lid' }
    assert.equal((await desk.post(action, cut)).status, 422)
    assert.deepEqual(await partsOf(thing), ['lid', 'lock'])
  })

  test('hostile lines and steps change nothing and answer', async ({ assert }) => {
    const { thing, edit } = await aThing('lid')
    const desk = await atDesk('owner')
    const hostile: Record<string, string | string[]>[] = [
      { 'parts[end]': ['1', '2'], 'parts[0][name][a]': 'x' },
      { 'parts[0][id]': '99999999999', 'parts[0][name]': 'a\0b' },
      { 'parts[0][name]': 'x'.repeat(10_000) },
      { 'parts[0][price]': '1'.repeat(10_000) },
      { 'parts[__proto__][name]': 'x', 'parts[7777][name]': '' },
      { 'meetsAt[local]': ['2026-01-01T10:00', 'x'], 'meetsAt[offset]': ['1', '2'] },
      { meetsAt: '+275760-09-13T00:00', price: ['1', '2'] },
      { title: HOSTILE, price: HOSTILE },
      { _step: 'parts.9999.up' },
      { _step: ['parts.add', 'x'], _again: '1' },
    ]
    for (const fields of hostile) {
      const answer = await save(desk, edit, fields)
      assert.oneOf(answer.status, [200, 400, 422], JSON.stringify(fields))
      assert.isTrue(isClean(answer))
    }
    assert.deepEqual(await partsOf(thing), ['lid'])
    assert.equal((await thing.refresh()).version, 1)
  })

  test('go with the record', async ({ assert }) => {
    const { thing } = await aThing('lid')
    const desk = await atDesk('owner')
    const page = await desk.get(`${THINGS}/${thing.id}`)
    assert.include(page.text, '1. Name: lid; Price: €1.00')
    const sure = (await desk.get(`${THINGS}/${thing.id}/remove`)).form('/remove')
    assert.equal((await desk.submit(sure)).status, 303)
    assert.lengthOf(await Part.all(), 0)
  })
})
