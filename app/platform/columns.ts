import encryption from '@adonisjs/core/services/encryption'
import { column } from '@adonisjs/lucid/orm'

type Options = { columnName?: string; serializeAs?: string | null }

const toNumber = (value: unknown) => (value === null || value === undefined ? value : Number(value))

// `meta.kind` tells the panel what a column holds when all it has is the model.

/** An instant as epoch milliseconds; PostgreSQL gives a bigint as text. */
export const instant = (options: Options = {}) =>
  column({ ...options, meta: { kind: 'instant' }, consume: toNumber })

/** An amount in minor units, which may be larger than an integer of PostgreSQL. */
export const amount = (options: Options = {}) =>
  column({ ...options, meta: { kind: 'number' }, consume: toNumber })

/** SQLite has no boolean: 0 and 1 become false and true. */
export const flag = (options: Options = {}) =>
  column({
    ...options,
    meta: { kind: 'flag' },
    consume: (value) => (value === null ? null : Boolean(value)),
  })

/** A JSON document kept as text on both databases. */
export const json = (options: Options = {}) =>
  column({
    ...options,
    meta: { kind: 'json' },
    prepare: (value) => (value === null || value === undefined ? value : JSON.stringify(value)),
    consume: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  })

/**
 * Text that lies encrypted in the database, under the key of the installation. What was written
 * under another APP_KEY reads as null.
 *
 * @param purpose prefixed with the owner, `patient-visits.reason`: no column reads another's text
 */
export const sealed = (purpose: string, options: Options = {}) =>
  column({
    ...options,
    serializeAs: null,
    prepare: (value) => (value ?? null) && encryption.encrypt(value, { purpose }),
    consume: (value) => (typeof value === 'string' ? encryption.decrypt(value, purpose) : null),
  })
