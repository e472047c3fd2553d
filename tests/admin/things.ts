import db from '@adonisjs/lucid/services/db'
import { column } from '@adonisjs/lucid/orm'
import { guardStaff } from '#core/accounts'
import {
  adminRoutes,
  removal,
  resource,
  resourceNamed,
  type AnyResource,
  type Field,
} from '#core/admin'
import { Location } from '#core/organisation'
import { flag, instant, json, mountRoutes, VersionedModel } from '#core/platform'
import { collectRoutes } from '#app/platform/routes'
import { withModule } from '#tests/jobs/kit'

const id = 'testing_things'
export const THINGS = '/admin/probe-things/things'

/** A record with a column for every kind of field. */
export class Thing extends VersionedModel {
  static override table = 'testing_things'

  @column()
  declare title: string

  @column()
  declare note: string | null

  @column()
  declare weight: number | null

  @column()
  declare price: number | null

  @column()
  declare bornOn: string | null

  @column()
  declare opensAt: string | null

  @instant()
  declare meetsAt: number | null

  @column()
  declare size: string | null

  @json()
  declare tags: string[] | null

  @flag()
  declare isLent: boolean

  @column()
  declare borrower: string | null

  @column()
  declare locationId: number | null

  @column()
  declare colour: string | null

  @json()
  declare text: Record<string, string> | null

  @column()
  declare secret: string | null

  @column()
  declare wage: number | null

  /** Out of no form, in the currency beside it. */
  @column()
  declare cost: number | null

  @column()
  declare currency: string | null
}

/** Rows that belong to a thing. */
export class Part extends VersionedModel {
  static override table = 'testing_parts'

  @column()
  declare thingId: number

  @column()
  declare name: string

  @column()
  declare price: number | null

  @column()
  declare position: number
}

const parts: Field = {
  name: 'parts',
  kind: 'rows',
  most: 5,
  ordered: true,
  of: { model: Part, by: 'thingId', order: 'position', object: `${id}.part` },
  fields: [
    { name: 'name', kind: 'text', max: 40, required: true },
    { name: 'price', kind: 'money', currency: 'EUR' },
  ],
}

const zoneOfPlace = async ({ locationId }: Record<string, unknown>) =>
  (await Location.find(Number(locationId) || 0))?.zone ?? 'Europe/Rome'

const fields: Field[] = [
  { name: 'title', kind: 'text', max: 40, required: true },
  { name: 'note', kind: 'long_text', max: 200 },
  { name: 'weight', kind: 'number', decimals: 2, max: 5000 },
  { name: 'price', kind: 'money', currency: 'EUR', max: 5_000_000_00 },
  { name: 'bornOn', kind: 'date' },
  { name: 'opensAt', kind: 'time' },
  { name: 'locationId', kind: 'relation', to: () => resourceNamed('organisation.locations') },
  { name: 'meetsAt', kind: 'date_time', zone: zoneOfPlace },
  { name: 'size', kind: 'choice', choices: ['small', 'large'] },
  { name: 'tags', kind: 'choices', choices: ['red', 'blue'] },
  { name: 'isLent', kind: 'flag' },
  {
    name: 'borrower',
    kind: 'text',
    max: 40,
    required: true,
    when: { field: 'isLent', is: true },
  },
  { name: 'colour', kind: 'colour' },
  { name: 'text', kind: 'translated', max: 40 },
  { name: 'wage', kind: 'money', currency: 'EUR', access: { change: `${id}.wages` } },
  { name: 'secret', kind: 'text', access: { see: `${id}.secrets` } },
  parts,
]

/** What an action answers that made a file. */
const aFile = (name: string, content: string) =>
  ({
    ok: true,
    notice: 'admin.form.saved',
    download: { name, type: 'text/html; charset=utf-8', content },
  }) as const

export const things: AnyResource = resource({
  id: `${id}.things`,
  model: Thing,
  form: { fields },
  list: {
    actions: [
      {
        id: 'price_list',
        permission: `${id}.things.view`,
        run: async () => aFile('prices.csv', 'title;price'),
      },
    ],
  },
  actions: [
    {
      id: 'label',
      permission: `${id}.things.view`,
      form: [{ name: 'copies', kind: 'number', required: true }],
      run: async ({ record, values }) =>
        aFile(`Étikett "${record.title}".html`, `<script>alert(${String(values.copies)})</script>`),
    },
    removal(`${id}.things.manage`, () => things),
  ],
})
const admin = { resources: [things] }

// The routes are fixed once the server listens; nobody holds their permissions outside the tests.
mountRoutes(
  collectRoutes(
    id,
    {
      site: '/probe-things',
      account: '/account/probe-things',
      staff: '/admin/probe-things',
      device: '/device/probe-things',
    },
    adminRoutes({ id, admin }, '')
  ),
  {
    site: async () => {},
    account: async () => {},
    staff: (ctx, { permission }) => guardStaff(ctx, permission!),
    device: async () => {},
  }
)

const right = (name: string, ...roles: ('owner' | 'manager')[]) => ({ id: `${id}.${name}`, roles })

/** For `group.each.setup`, after `freshDatabase()`, which takes the tables away again. */
export async function withThings(): Promise<() => void> {
  await db.connection().schema.createTable('testing_things', (table) => {
    table.increments('id')
    for (const name of [
      'title',
      'borrower',
      'born_on',
      'opens_at',
      'size',
      'colour',
      'secret',
      'currency',
    ]) {
      table.string(name)
    }
    for (const name of ['note', 'tags', 'text']) table.text(name)
    table.double('weight')
    for (const name of ['price', 'wage', 'cost', 'location_id']) table.integer(name)
    table.boolean('is_lent')
    for (const name of ['meets_at', 'created_at', 'updated_at']) table.bigInteger(name)
    table.integer('version')
  })
  await db.connection().schema.createTable('testing_parts', (table) => {
    table.increments('id')
    table.integer('thing_id')
    table.string('name')
    for (const name of ['price', 'position', 'version']) table.integer(name)
    for (const name of ['created_at', 'updated_at']) table.bigInteger(name)
  })
  const permissions = [
    right('things.view', 'owner', 'manager'),
    right('things.manage', 'owner', 'manager'),
    right('wages', 'owner'),
    right('secrets', 'owner'),
  ]
  return withModule(id, { permissions })
}
