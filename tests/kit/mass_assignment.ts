import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { test } from '@japa/runner'
import type { AnyResource } from '#core/admin'
import { allContributions, urlFor } from '#core/platform'
import { attributesOf, kindOf } from '#app/admin/attributes'
import { fieldsFor } from '#app/admin/queries/form_values'
import { actionsFrom, type RecordAction } from '#app/admin/queries/named_actions'
import { sourcesBy } from '#app/admin/queries/part_sources'
import { someStaff, signedIn } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'
import type { RecordMakers, Setup } from '#tests/kit/record_matrix'
import { aLocation } from '#tests/scheduling/planner'

type Fields = HtmlForm['fields']
type Row = LucidRow & Record<string, unknown>

/** What a row keeps by itself whenever it is saved. */
const KEPT = new Set(['version', 'updatedAt'])

const resourcesOf = (owners: readonly string[]): AnyResource[] =>
  allContributions('admin')
    .filter(({ owner }) => owners.includes(owner))
    .flatMap(({ value }) => value.resources ?? [])

/** Those of their resources, and those that they add to the records of others. */
const actionsOf = (owners: readonly string[]): RecordAction[] =>
  allContributions('admin')
    .filter(({ owner }) => owners.includes(owner))
    .flatMap(sourcesBy)
    .flatMap(actionsFrom)

const columnName = (model: LucidModel, attribute: string) => model.$getColumn(attribute)!.columnName

/** Columns that no field of the form is called like. */
function strangersTo(resource: AnyResource, mode: 'create' | 'edit'): string[] {
  const own = new Set(fieldsFor(resource, mode).map(({ name }) => name))
  return attributesOf(resource.model).filter((name) => !own.has(name))
}

const FORGED: Record<string, string> = {
  number: '4242',
  instant: '4242',
  flag: '1',
  json: '{"x":4242}',
}

/** Every such column under both of its names, with a value that it would take. */
function forged({ model }: AnyResource, columns: readonly string[]): Fields {
  return Object.fromEntries(
    columns.flatMap((name) => {
      const value = name === 'id' ? '4242' : (FORGED[kindOf(model, name)] ?? 'forged')
      return [name, columnName(model, name)].map((key) => [key, value] as const)
    })
  )
}

/** The stored values of some columns, as plain text. */
async function stored({ model }: AnyResource, id: number, columns: readonly string[]) {
  const row = (await model.query().where(model.primaryKey, id).firstOrFail()) as Row
  return Object.fromEntries(
    columns.filter((name) => !KEPT.has(name)).map((name) => [name, JSON.stringify(row[name])])
  )
}

/** The form of a page that saves a record. */
function formIn(page: Answer, action: string): HtmlForm {
  const found = page
    .forms()
    .find(
      ({ method, action: to }) => method === 'POST' && new URL(to, page.url).pathname === action
    )
  if (!found) throw new Error(`No form to ${action} on ${page.url} (${page.status})`)
  return found
}

async function newestId({ model }: AnyResource): Promise<number> {
  const row = await model.query().orderBy(model.primaryKey, 'desc').first()
  return Number(row?.$primaryKeyValue ?? 0)
}

/**
 * Every form of these owners' resources, sent with every column of its model added, changes
 * nothing that the form does not own: edit and create forms, and those of actions.
 */
export function massAssignment(
  owners: readonly string[],
  makers: RecordMakers,
  setup: Setup = () => () => {}
): void {
  test.group(`mass assignment | ${owners.join(', ')}`, (group) => {
    group.each.setup(() => freshDatabase())
    group.each.setup(() => setup())

    const owner = async (): Promise<HttpClient> => signedIn(await someStaff({ role: 'owner' }))
    const someId = async (resource: AnyResource) =>
      resource.single ?? Number((await makers[resource.id].make(await aLocation())).id)

    test('edit forms keep every column that is not theirs', async ({ assert }) => {
      const client = await owner()
      let forms = 0
      for (const resource of resourcesOf(owners).filter(({ permission }) => permission.manage)) {
        const id = await someId(resource)
        const page = await client.get(urlFor(`${resource.id}.edit`, { id }))
        const form = formIn(page, urlFor(`${resource.id}.update`, { id }))
        const columns = strangersTo(resource, 'edit')
        const fresh = async () => {
          const again = await client.get(urlFor(`${resource.id}.edit`, { id }))
          return formIn(again, form.action.replace(client.base, ''))
        }
        assert.equal((await client.submit(form)).status, 303, resource.id)
        const before = await stored(resource, id, columns)
        const extra = forged(resource, columns)
        delete extra.version
        const answer = await client.submit(await fresh(), extra)
        assert.equal(answer.status, 303, resource.id)
        assert.deepEqual(await stored(resource, id, columns), before, resource.id)
        forms += 1
      }
      console.log(`    ${forms} edit forms`)
    }).timeout(240_000)

    test('create forms give a new record nothing that is not theirs', async ({ assert }) => {
      const client = await owner()
      let forms = 0
      for (const resource of resourcesOf(owners)) {
        if (!resource.permission.manage || resource.single !== null) continue
        const model = await someId(resource)
        const filled = formIn(
          await client.get(urlFor(`${resource.id}.edit`, { id: model })),
          urlFor(`${resource.id}.update`, { id: model })
        )
        const empty = formIn(
          await client.get(urlFor(`${resource.id}.create`)),
          urlFor(`${resource.id}.store`)
        )
        const columns = strangersTo(resource, 'create')
        const before = await newestId(resource)
        const { another } = makers[resource.id]
        const answer = await client.submit(empty, {
          ...forged(resource, columns),
          ...empty.fields,
          ...filled.fields,
          ...unique(resource, filled.fields),
          ...(typeof another === 'function' ? await another() : another),
          _csrf: empty.fields._csrf,
        })
        assert.equal(answer.status, 303, resource.id)
        const id = await newestId(resource)
        assert.isAbove(id, before, resource.id)
        assert.notEqual(id, 4242, resource.id)
        const values = await stored(resource, id, columns)
        for (const [name, value] of Object.entries(values)) {
          assert.notMatch(String(value), /\b4242\b|forged/, `${resource.id} ${name}`)
        }
        forms += 1
      }
      console.log(`    ${forms} create forms`)
    }).timeout(240_000)

    test('forms of actions write nothing but what the action does', async ({ assert }) => {
      const client = await owner()
      const { _csrf } = (await client.get('/account')).form('/sign-out').fields
      let forms = 0
      for (const { name: route, resource, action } of actionsOf(owners)) {
        const params = await makers[resource.id].make(await aLocation())
        const columns = attributesOf(resource.model)
        const address = urlFor(`${route}.store`, params)
        const declared = (action.form ?? []).map(({ name }) => name)
        const strangers = columns.filter((name) => !declared.includes(name))
        const answer = await client.post(address, { ...forged(resource, strangers), _csrf })
        assert.isBelow(answer.status, 500, address)
        const row = await resource.model.find(Number(params.id))
        for (const name of row ? strangers : []) {
          const value = JSON.stringify((row as Row)[name])
          assert.notMatch(String(value), /^"?(4242|forged)/, `${address} ${name}`)
        }
        forms += 1
      }
      console.log(`    ${forms} actions`)
    }).timeout(240_000)
  })
}

/** Other words where two records may not have the same. */
function unique(resource: AnyResource, fields: Fields): Fields {
  return Object.fromEntries(
    fieldsFor(resource, 'create').flatMap((field) => {
      if (!('unique' in field) || !field.unique) return []
      const value =
        field.kind === 'email' ? 'another@example.org' : `${String(fields[field.name])}-2`
      return [[field.name, value] as const]
    })
  )
}
