import { BaseSchema } from '@adonisjs/lucid/schema'

const COLUMNS = {
  cookie_notice: "text not null default '{}'",
  /** When the operator last changed each of the texts, by its name: epoch ms. */
  texts_changed_at: "text not null default '{}'",
  represented_by: 'varchar(200)',
  data_protection_officer: 'text',
  conformance: "varchar(10) not null default 'partial'",
  inaccessible_content: "text not null default '{}'",
  assessed_on: 'varchar(10)',
  assessed_by: "varchar(10) not null default 'self'",
  enforcement_body: "text not null default '{}'",
  funders_heading: "text not null default '{}'",
}

/** V5: what the legal pages tell of the organisation, as facts and not only as prose. */
export default class extends BaseSchema {
  override async up() {
    for (const [name, type] of Object.entries(COLUMNS)) {
      this.schema.raw(`alter table organisation_profiles add column ${name} ${type}`)
    }
  }

  override async down() {
    for (const name of Object.keys(COLUMNS)) {
      this.schema.raw(`alter table organisation_profiles drop column ${name}`)
    }
  }
}
