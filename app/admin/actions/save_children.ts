import type { LucidRow } from '@adonisjs/lucid/types/model'
import { audit } from '#core/audit'
import { clock, type Trx } from '#core/platform'
import { isAttribute } from '#app/admin/attributes'
import type { Values, Viewer } from '#app/admin/definition'
import type { Field } from '#app/admin/fields'
import { childFields, childrenOf, lineOf } from '#app/admin/queries/children'
import { E_NO_SUCH_RECORD, type AnyRecord } from '#app/admin/queries/records'

type Family = { record: LucidRow; trx: Trx; viewer: Viewer }
type ChildField = ReturnType<typeof childFields>[number]

/** Writes the lines of a form that are rows of their own, each change with its line in the trail. */
export async function saveChildren(fields: readonly Field[], values: Values, family: Family) {
  for (const field of childFields(fields)) {
    if (values[field.name] === undefined) continue
    await saveLines(field, (values[field.name] as Values[]) ?? [], family)
  }
}

/** Removes the rows that go with their record. */
export async function removeChildren(fields: readonly Field[], family: Family): Promise<void> {
  for (const field of childFields(fields)) await saveLines(field, [], family)
}

async function saveLines(field: ChildField, lines: readonly Values[], family: Family) {
  const stored = new Map(
    (await childrenOf(field, family.record, family.trx)).map((row) => [
      Number(row.$primaryKeyValue),
      row,
    ])
  )
  const kept = lines.flatMap(({ id }) => (id === undefined ? [] : [Number(id)]))
  // An id of another record's row, or the same one twice, is nothing that a form of ours sends.
  if (new Set(kept).size < kept.length || kept.some((id) => !stored.has(id))) {
    throw new E_NO_SUCH_RECORD()
  }
  for (const [id, row] of stored) if (!kept.includes(id)) await removeLine(field, row, family)
  for (const [index, { id, ...line }] of lines.entries()) {
    const row = id === undefined ? null : stored.get(Number(id))!
    await saveLine(field, { row, line, index }, family)
  }
}

async function removeLine(field: ChildField, row: AnyRecord, family: Family): Promise<void> {
  await row.useTransaction(family.trx).delete()
  await note(field, { row, verb: 'removed', before: columnsOf(field, row), after: {} }, family)
}

const columnsOf = (field: ChildField, row: AnyRecord): Values => ({
  ...lineOf(field, row),
  ...(field.of.order && { [field.of.order]: row[field.of.order] as unknown }),
})

type Line = { row: AnyRecord | null; line: Values; index: number }

async function saveLine(field: ChildField, { row, line, index }: Line, family: Family) {
  const { model, by, order } = field.of
  const before = row ? columnsOf(field, row) : {}
  const record = (row ?? new model()) as AnyRecord
  record.useTransaction(family.trx)
  if (!row) record[by] = Number(family.record.$primaryKeyValue)
  for (const [name, value] of Object.entries(line)) {
    if (value !== undefined && isAttribute(model, name)) record[name] = value
  }
  if (order) record[order] = index
  if (row && !record.$isDirty) return
  if (row && isAttribute(model, 'version')) record.version = Number(record.version) + 1
  if (isAttribute(model, 'updatedAt')) record.updatedAt = clock.now()
  await record.save()
  const after = order ? { ...line, [order]: index } : line
  await note(field, { row: record, verb: row ? 'changed' : 'created', before, after }, family)
}

type Done = { row: AnyRecord; verb: string; before: Values; after: Values }

async function note({ of }: ChildField, { row, verb, before, after }: Done, family: Family) {
  const names = Object.keys({ ...before, ...after }).filter((name) => name !== 'id')
  await audit(family.trx, {
    actor: family.viewer.actor,
    action: `${of.object}_${verb}`,
    object: of.object,
    objectId: Number(row.$primaryKeyValue),
    table: of.model.table,
    changes: Object.fromEntries(names.map((name) => [name, [before[name], after[name]]])),
  })
}
