import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

export type BadgeState = 'waiting' | 'called' | 'problem' | 'done' | 'ended' | 'info'

/** What stands in a cell, a line of a show page or a row of a widget; always plain text. */
export type Cell =
  | string
  | { text: string; badge?: { state: BadgeState; label: string }; note?: string; href?: string }

// Resources of all models stand in one list; each knows the type of its own rows.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRow = any

export type Option = { value: string; label: string }

export type Query<R extends LucidRow = LucidRow> = ModelQueryBuilderContract<LucidModel, R>

export type Values = Record<string, unknown>

/** Field name → sentence, or lang key of one that needs no figures. */
export type FieldErrors = Record<string, string>
