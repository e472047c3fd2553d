import { test } from '@japa/runner'
import { Resource } from '#core/scheduling'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { aLocation, aResource } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'

/** Two people open the same form; the other one saves first. */
async function twoPeople(theirs: Record<string, string>, yours: Record<string, string>) {
  const resource = await aResource(await aLocation(), { name: 'Cabin 1', position: 4, units: 1 })
  const [one, other] = [await atDesk('manager'), await atDesk('owner')]
  const edit = `${RESOURCES}/${resource.id}/edit`
  const stale = (await one.get(edit)).form('/resources')
  await save(other, edit, theirs)
  return { resource, one, other, edit, answer: await one.submit(stale, yours) }
}

const formOf = (answer: Answer) => answer.form('/resources')
const cellsOf = ({ text }: Answer) =>
  [...text.matchAll(/<span>([^<]*)<\/span>\s*<\/label>\s*<\/td>/g)].map(([, cell]) => cell)

test.group('Two people at one form', (group) => {
  group.each.setup(() => freshDatabase())

  test('see all versions field by field, and who saved when', async ({ assert }) => {
    const { resource, one, answer } = await twoPeople({ name: 'Cabin B' }, { name: 'Cabin A' })
    assert.equal(answer.status, 409)
    assert.match(answer.text, /Ada Brandt saved on \w+, \d+ \w+ \d{4}, \d\d:\d\d\./)
    assert.deepEqual(cellsOf(answer), ['Cabin A', 'Cabin B'])
    assert.match(answer.text, /data-label="At the beginning"><span>Cabin 1</)
    assert.equal((await resource.refresh()).name, 'Cabin B')

    assert.equal((await one.submit(formOf(answer))).status, 303)
    assert.deepInclude((await Resource.findOrFail(resource.id)).serialize(), {
      name: 'Cabin A',
      position: 4,
      version: 3,
    })
  })

  test('keep the stored version of one field and their own of another', async ({ assert }) => {
    const { resource, one, answer } = await twoPeople(
      { name: 'Cabin B', units: '5' },
      { name: 'Cabin A', units: '7', position: '9' }
    )
    const choice = { '_keep[name]': 'stored', '_keep[units]': 'yours' }
    const invalid = await one.submit(formOf(answer), { ...choice, units: 'many' })
    assert.equal(invalid.status, 422)
    assert.equal(formOf(invalid).fields.name, 'Cabin B')
    assert.equal((await one.submit(formOf(invalid), { units: '7' })).status, 303)
    assert.deepInclude((await resource.refresh()).serialize(), {
      name: 'Cabin B',
      units: 7,
      position: 9,
    })
  })

  test('what only the other changed stays stored unless somebody says so', async ({ assert }) => {
    const { resource, one, answer } = await twoPeople({ units: '5' }, { position: '9' })
    assert.equal(answer.status, 409)
    assert.deepEqual(cellsOf(answer), ['1', '5'])
    assert.match(answer.text, /name="_keep\[units\]" value="stored"[^>]*checked/)
    assert.equal((await one.submit(formOf(answer), { '_keep[units]': 'stored' })).status, 303)
    assert.deepInclude((await resource.refresh()).serialize(), { units: 5, position: 9 })
  })

  test('an error does not make a stale form fresh', async ({ assert }) => {
    const { resource, one, edit, other } = await twoPeople({ name: 'Cabin B' }, { units: 'many' })
    const stale = (await one.get(edit)).form('/resources')
    await save(other, edit, { name: 'Cabin C' })
    const invalid = await one.submit(stale, { units: 'many' })
    assert.equal(invalid.status, 422)
    const late = await one.submit(formOf(invalid), { units: '2', name: 'Cabin D' })
    assert.equal(late.status, 409)
    assert.equal((await resource.refresh()).name, 'Cabin C')
  })

  test('a form that is sent twice is saved once', async ({ assert }) => {
    const location = await aLocation()
    const desk = await atDesk('manager')
    const form = formOf(await desk.get(`${RESOURCES}/create`))
    const typed = { name: 'Cabin 9', locationId: String(location.id) }
    const [first, second] = [await desk.submit(form, typed), await desk.submit(form, typed)]
    assert.deepEqual([first.status, second.status], [303, 303])
    assert.equal(second.location, first.location)
    const [only, ...others] = await Resource.all()
    assert.isEmpty(others)
    const edit = formOf(await desk.get(`${RESOURCES}/${only.id}/edit`))
    assert.equal((await desk.submit(edit, { name: 'Cabin 8' })).status, 303)
    assert.equal((await desk.submit(edit, { name: 'Cabin 8' })).status, 303)
    assert.equal((await only.refresh()).version, 2)
  })

  test('hostile versions and choices never fail', async ({ assert }) => {
    const { resource, one, answer } = await twoPeople({ name: HOSTILE }, { name: 'Cabin A' })
    assert.isTrue(isClean(answer))
    const form = formOf(answer)
    const hostile: Record<string, string | string[]>[] = [
      { _seen: 'x' },
      { _seen: `${String(form.fields._seen)}x` },
      { _seen: ['a', 'b'] },
      { version: 'NaN', _seen: '.' },
      { version: '99999999999999' },
    ]
    for (const fields of hostile) {
      const stale = await one.submit({ ...form, fields: { ...form.fields, version: '1' } }, fields)
      assert.equal(stale.status, 409, JSON.stringify(fields))
    }
    const keep = { '_keep[id]': 'stored', '_keep[name][x]': 'stored', _keep: 'x' }
    assert.equal((await one.submit(form, keep)).status, 303)
    assert.equal((await resource.refresh()).name, 'Cabin A')
  })
})
