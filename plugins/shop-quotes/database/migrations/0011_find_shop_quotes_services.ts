import { BaseSchema } from '@adonisjs/lucid/schema'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#core/platform'
import { KNOWN_RATES } from '#plugins/shop-quotes/domain/known_rates'

const SERVICES = 'shop_quotes_services'
const RATES = 'shop_quotes_tax_rates'

/** Services are found by folded words and may have a picture; the rates of 2026 are known. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable(SERVICES, (table) => {
      table.text('words').notNullable().defaultTo('')
      table.text('alternative').nullable()
    })
    this.defer(addRates)
  }

  override async down() {
    this.schema.raw(`ALTER TABLE ${SERVICES} DROP COLUMN words`)
    this.schema.raw(`ALTER TABLE ${SERVICES} DROP COLUMN alternative`)
    this.schema.raw(`DELETE FROM ${RATES}`)
  }
}

async function addRates(db: QueryClientContract): Promise<void> {
  const now = clock.now()
  const rows = KNOWN_RATES.map(({ country, taxClass, rateBp, validFrom }) => ({
    ...{ country, tax_class: taxClass, rate_bp: rateBp, exemption: null },
    ...{ valid_from: validFrom, valid_to: null, created_at: now, updated_at: now, version: 1 },
  }))
  await db.table(RATES).multiInsert(rows)
}
