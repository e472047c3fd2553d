import { BaseSchema } from '@adonisjs/lucid/schema'

const SERVICES = 'shop_quotes_services'
const STAMP = ['active', 'version', 'updated_at', 'id']

/** Whether anything of the catalogue has changed is read from an index, not from every text in it. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable(SERVICES, (table) => {
      table.index(STAMP, 'shop_quotes_services_stamp')
    })
  }

  override async down() {
    this.schema.alterTable(SERVICES, (table) => {
      table.dropIndex(STAMP, 'shop_quotes_services_stamp')
    })
  }
}
