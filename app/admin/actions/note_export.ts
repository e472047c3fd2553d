import { audit } from '#core/audit'
import { transaction, type Actor } from '#core/platform'
import type { AnyResource } from '#app/admin/definition'
import type { ListState } from '#app/admin/domain/list_state'

type Exported = { state: ListState; ending: string; actor: Actor }

/** Who took which list away, and by what it was filtered. What was searched may name a person. */
export async function noteExport(
  { object, model }: AnyResource,
  { state, ending, actor }: Exported
): Promise<void> {
  const { filters, search, tab } = state
  const given = { ...filters, ...(search && { search }), ...(tab && { tab }) }
  const changes: Record<string, [null, string]> = {}
  for (const [name, value] of Object.entries(given)) {
    const column = columnNamed(model, name)
    // Both ends of a range stand in one line: "2026-11-01 – 2026-11-30".
    changes[column] = [null, column in changes ? `${changes[column][1]} – ${value}` : value]
  }
  const action = 'admin.exported'
  await transaction((trx) =>
    audit(trx, { actor, action, object, objectId: ending, table: model.table, changes })
  )
}

type Model = AnyResource['model']

const columnNamed = (model: Model, name: string): string =>
  model.$getColumn(name.replace(/_(from|to)$/, ''))?.columnName ?? name
