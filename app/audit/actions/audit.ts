import { clock, rows, type Actor, type Trx } from '#core/platform'
import { wholeDataMap } from '#core/privacy'
import { recordedChanges, tableOfObject, type Changes } from '#app/audit/domain/recorded_changes'

export interface AuditInput {
  actor: Actor
  /** For whom it was done, e.g. the customer who phoned. */
  onBehalfOf?: Actor
  /** Past tense with the owner's prefix, e.g. `booking.cancelled`. */
  action: string
  /** Kind of the object, e.g. `booking.appointment`. */
  object: string
  objectId: number | string
  /** Table of the object where it is not the plural of `object`. */
  table?: string
  /** Columns with their values before and after; personal values are dropped here. */
  changes?: Changes
}

/**
 * Writes one line of the trail into the transaction in which the change happens. The value of
 * a column is kept only where the data map calls that column not personal.
 */
export async function audit(trx: Trx, input: AuditInput): Promise<void> {
  const { fields, changes } = recorded(input)
  await rows(trx, INSERT, [
    clock.now(),
    input.actor.kind,
    input.actor.id,
    input.onBehalfOf?.kind ?? null,
    input.onBehalfOf?.id ?? null,
    input.action,
    input.object,
    String(input.objectId),
    JSON.stringify(fields),
    JSON.stringify(changes),
  ])
}

function recorded({ changes, table, object }: AuditInput) {
  if (!changes) return { fields: [], changes: {} }
  const columns = wholeDataMap()[table ?? tableOfObject(object)] ?? {}
  return recordedChanges(
    changes,
    (column) => Object.hasOwn(columns, column) && columns[column].personal === false
  )
}

/** A row and not a model: every business write of the product passes here. */
const INSERT = `insert into audit_entries (at, actor_kind, actor_id, on_behalf_of_kind,
  on_behalf_of_id, action, object, object_id, fields, changes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
