import { column } from '@adonisjs/lucid/orm'

type Options = { columnName?: string; serializeAs?: string | null }

const toNumber = (value: unknown) => (value === null || value === undefined ? value : Number(value))

// `meta.kind` tells the panel what a column holds when all it has is the model.

/** An instant as epoch milliseconds; PostgreSQL gives a bigint as text. */
export const instant = (options: Options = {}) =>
  column({ ...options, meta: { kind: 'instant' }, consume: toNumber })

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
