import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'

const SIGNS = [' ', '+', '-', '/', '(', ')', '.']

/** Numbers that are written differently end alike: suggests likely duplicates. */
export default class extends BaseSchema {
  override async up() {
    const digits = SIGNS.reduce((text, sign) => `replace(${text}, '${sign}', '')`, 'phone')
    const tail = dialect(this.db) === 'postgres' ? `right(${digits}, 9)` : `substr(${digits}, -9)`
    this.schema.raw('alter table customers_customers add column phone_tail varchar(9)')
    this.schema.raw(
      `update customers_customers set phone_tail = ${tail} where length(${digits}) > 5`
    )
    this.schema.raw('create index customers_customers_phone on customers_customers (phone_tail)')
  }

  override async down() {
    this.schema.raw('drop index customers_customers_phone')
    this.schema.raw('alter table customers_customers drop column phone_tail')
  }
}
