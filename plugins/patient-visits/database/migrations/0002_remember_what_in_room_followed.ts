import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw('alter table patient_visits_visits add column in_room_version integer')
  }

  override async down() {
    this.schema.raw('alter table patient_visits_visits drop column in_room_version')
  }
}
