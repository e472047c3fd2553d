import { BaseSchema } from '@adonisjs/lucid/schema'

/** The roles from the start; what they hold follows the permissions' declarations. */
const ROLES = [
  {
    key: 'owner',
    name: {
      ...{ es: 'Titular', pt: 'Titular', en: 'Owner', fr: 'Titulaire' },
      ...{ it: 'Titolare', ca: 'Titular', de: 'Inhaber', pl: 'Właściciel' },
    },
    requires_two_factor: true,
  },
  {
    key: 'manager',
    name: {
      ...{ es: 'Responsable', pt: 'Responsável', en: 'Manager', fr: 'Responsable' },
      ...{ it: 'Responsabile', ca: 'Responsable', de: 'Leitung', pl: 'Kierownik' },
    },
    requires_two_factor: true,
  },
  {
    key: 'desk',
    name: {
      ...{ es: 'Mostrador', pt: 'Balcão', en: 'Front desk', fr: 'Accueil' },
      ...{ it: 'Sportello', ca: 'Taulell', de: 'Schalter', pl: 'Recepcja' },
    },
    requires_two_factor: false,
  },
]

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('accounts_roles', (table) => {
      table.increments('id')
      // As wide as `accounts_users.role`, which holds it.
      table.string('key', 16).notNullable().unique()
      table.text('name').notNullable()
      table.text('permissions').notNullable()
      table.boolean('requires_two_factor').notNullable().defaultTo(false)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })
    this.defer(async (db) => {
      const rows = ROLES.map(({ name, ...role }) => ({
        ...role,
        name: JSON.stringify(name),
        permissions: '{}',
        ...{ created_at: 0, updated_at: 0 },
      }))
      await db.table('accounts_roles').multiInsert(rows)
    })
  }

  override async down() {
    this.schema.dropTable('accounts_roles')
  }
}
