import vine from '@vinejs/vine'
import type { Field, Viewer } from '#core/admin'
import { idsBelow } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { places } from '#plugins/helpdesk/queries/places'

/** Under which place another one lies: any that goes on, but not itself and what lies below it. */
export const parentField: Field = {
  name: 'parentId',
  kind: 'custom',
  view: 'helpdesk::admin/parent',
  hint: true,
  schema: () => vine.number().withoutDecimals().range([1, 2_147_483_647]).nullable().optional(),
  data: async (viewer, _, record: IntakeNode | null = null) => ({
    options: await offered(viewer, record),
  }),
  words: async ({ locale }, value) =>
    (await places(locale)).find(({ id }) => id === Number(value))?.way ?? '',
}

async function offered({ locale }: Viewer, record: IntakeNode | null) {
  const nodes = record ? await IntakeNode.query().select('id', 'parentId', 'position') : []
  const own = record ? [record.id, ...idsBelow(nodes, record.id)] : []
  const all = await places(locale)
  return all
    .filter(({ id, isNeed }) => !isNeed && !own.includes(id))
    .map(({ id, depth, label }) => ({ value: id, label: `${'– '.repeat(depth)}${label}` }))
}
