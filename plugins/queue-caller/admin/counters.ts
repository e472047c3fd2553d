import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import {
  removal,
  resource,
  withinLocations,
  type AnyResource,
  type FieldErrors,
  type Values,
} from '#core/admin'
import type { Trx } from '#core/platform'
import { byPlace, elsewhere } from '#plugins/queue-caller/admin/by_place'
import { followed, setUpChanged } from '#plugins/queue-caller/admin/followed'
import { locationsOfPanel, SET_UP } from '#plugins/queue-caller/admin/rights'
import { Counter } from '#plugins/queue-caller/models/counter'

/** A number that fits a voice, or a letter. */
const SPOKEN = /^([1-9]\d?|[A-Za-z])$/

const ownWord = (word: string) => `queue-caller.admin.counters.errors.${word}`

/** Where people are served, and which lines are called there. */
export const counters: AnyResource = resource({
  id: 'queue-caller.counters',
  model: Counter,
  permission: SET_UP,
  icon: 'store',
  label: ({ label }) => label,
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'label', sort: true, strong: true },
      { name: 'locationId', sort: true, thenBy: 'position' },
      { name: 'spoken' },
      { name: 'active', sort: true },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['label'],
    filters: [
      { name: 'locationId', kind: 'relation', to: locationsOfPanel },
      { name: 'active', kind: 'flag' },
    ],
    defaultSort: 'locationId',
  },
  show: {
    columns: [
      { name: 'label' },
      { name: 'locationId', to: locationsOfPanel },
      { name: 'spoken' },
      { name: 'lineIds' },
      { name: 'active' },
    ],
  },
  form: {
    fields: [
      {
        name: 'locationId',
        kind: 'relation',
        to: locationsOfPanel,
        required: true,
        only: 'create',
        hint: true,
      },
      { name: 'label', kind: 'text', max: 40, required: true, width: 's', hint: true },
      { name: 'spoken', kind: 'text', max: 2, pattern: SPOKEN, width: 'xs', hint: true },
      byPlace({ name: 'lineIds', of: 'lines', hint: true }),
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
    check: counterErrors,
    read: readLines,
    fill: async (counter) => {
      const spoken = counter.spoken?.toUpperCase() ?? null
      counter.spoken = spoken
      return { spoken }
    },
    store: storeLines,
    removed: followed.removed,
  },
  actions: [removal('queue-caller.manage', () => counters)],
})

type Asked = { values: Values; record: Counter | null; trx: Trx }

async function counterErrors({ values, record, trx }: Asked): Promise<FieldErrors> {
  const locationId = record?.locationId ?? (values.locationId as number)
  const errors: FieldErrors = {}
  const label = values.label as string
  const namesake = Counter.query({ client: trx }).where({ locationId, label })
  if (record) namesake.whereNot('id', record.id)
  if (await namesake.first()) errors.label = ownWord('label_taken')
  if (await elsewhere('lines', (values.lineIds as number[]) ?? [], { locationId, trx })) {
    errors.lineIds = ownWord('line_elsewhere')
  }
  if (record?.active && !values.active && (await isStaffed(record, trx))) {
    errors.active = ownWord('staffed')
  }
  return errors
}

async function isStaffed({ id }: Counter, trx: Trx): Promise<boolean> {
  const open = trx.from('queue_caller_sessions').where('counter_id', id).whereNull('closed_at')
  return (await open.select('id').first()) !== null
}

const SERVED = 'queue_caller_counter_lines'

async function readLines({ id }: Counter, client: QueryClientContract): Promise<Values> {
  const served: { line_id: number }[] = await client
    .from(SERVED)
    .where('counter_id', id)
    .orderBy('line_id')
    .select('line_id')
  return { lineIds: served.map((row) => row.line_id) }
}

async function storeLines(counter: Counter, values: Values, { trx }: { trx: Trx }): Promise<void> {
  await trx.from(SERVED).where('counter_id', counter.id).delete()
  const rows = ((values.lineIds as number[]) ?? []).map((lineId) => {
    return { counter_id: counter.id, line_id: lineId }
  })
  if (rows.length > 0) await trx.table(SERVED).multiInsert(rows)
  await setUpChanged(counter, trx)
}
