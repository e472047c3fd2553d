import { BaseSchema } from '@adonisjs/lucid/schema'

/** V1: what one plugin alone offers, such as visits to a doctor, no other plugin does. */
export default class extends BaseSchema {
  override async up() {
    this.schema.raw('alter table scheduling_services add column offered_by varchar(40)')
  }

  override async down() {
    this.schema.raw('alter table scheduling_services drop column offered_by')
  }
}
