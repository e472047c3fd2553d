import { BaseModel } from '@adonisjs/lucid/orm'
import type { LucidRow } from '@adonisjs/lucid/types/model'

type Attributes = Record<string, unknown>

/**
 * Lucid copies all attributes of a record by a recursive merge whenever it is read or written.
 * Only JSON columns hold what must be copied; for the rest an assignment does, at a tenth of it.
 */
export function keepPlainOriginals(): void {
  BaseModel.prototype.$hydrateOriginals = function (this: LucidRow) {
    this.$original = copyOf(this.$attributes)
  }
}

function copyOf(attributes: Attributes): Attributes {
  const copy: Attributes = {}
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]
    copy[name] = typeof value === 'object' && value !== null ? structuredClone(value) : value
  }
  return copy
}
