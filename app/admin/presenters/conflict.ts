import { auditEntries } from '#core/audit'
import { User } from '#core/accounts'
import { urlFor } from '#core/platform'
import type { AnyResource, Values, Viewer } from '#app/admin/definition'
import { fieldWords } from '#app/admin/presenters/field_words'
import { fieldsFor, storedValues } from '#app/admin/queries/form_values'
import type { AnyRecord } from '#app/admin/queries/records'
import { labelOf } from '#app/admin/words'

export type Conflict = {
  /** Who saved last, if the trail knows. */
  by: string | null
  rows: { label: string; yours: string; stored: string }[]
  /** Gives up what was typed. */
  discard: string
}

type Compared = { record: AnyRecord; values: Values; viewer: Viewer }

/** What differs between what was typed and what somebody else saved meanwhile, field by field. */
export async function presentConflict(
  resource: AnyResource,
  { record, values, viewer }: Compared
): Promise<Conflict> {
  const stored = await storedValues(resource, record)
  const differing = fieldsFor(resource, 'edit').filter(
    ({ name }) => name in values && !same(values[name], stored[name])
  )
  const rows = await Promise.all(
    differing.map(async (field) => ({
      label: labelOf(resource, field.name, viewer),
      yours: await fieldWords(resource, field, { value: values[field.name], viewer }),
      stored: await fieldWords(resource, field, { value: stored[field.name], viewer }),
    }))
  )
  const id = Number(record.$primaryKeyValue)
  return {
    by: await lastEditor(resource, id),
    rows,
    discard: urlFor(`${resource.id}.edit`, { id }),
  }
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

async function lastEditor({ object }: AnyResource, objectId: number): Promise<string | null> {
  const entry = await auditEntries({ object, objectId }).first()
  if (entry?.actorKind !== 'staff' || entry.actorId === null) return null
  return (await User.find(entry.actorId))?.name ?? null
}
