import { column } from '@adonisjs/lucid/orm'

/** What the panel needs to know of a column that only has a model: `meta.kind`. */
type ColumnKind = 'instant' | 'number' | 'flag' | 'json'

type Options = { columnName?: string; serializeAs?: string | null }

const toNumber = (value: unknown) => (value === null || value === undefined ? value : Number(value))

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
