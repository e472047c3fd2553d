import { resource, type Action, type AnyResource, type Query, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { CloseTask } from '#plugins/shop-quotes/actions/close_task'
import { moneyOf, orderOf } from '#plugins/shop-quotes/admin/money_cells'
import { seenAtLocations } from '#plugins/shop-quotes/admin/seen_by'
import { TASK_KINDS } from '#plugins/shop-quotes/domain/arrival'
import { Task } from '#plugins/shop-quotes/models/task'

const keepOpen = (query: Query<Task>) => void query.whereNull('doneAt')

const kindOf = ({ kind }: Task, { t }: Viewer): string =>
  t(`shop-quotes.admin.tasks.choices.kind.${kind}`)

const whatOf = ({ kind }: Task, { t }: Viewer): string => t(`shop-quotes.admin.tasks.what.${kind}`)

const done: Action<Task> = {
  id: 'done',
  permission: 'shop-quotes.work',
  on: ['row', 'bulk', 'palette', 'command'],
  icon: 'check',
  next: true,
  form: [{ name: 'decision', kind: 'long_text', max: 2000, required: true, hint: true }],
  when: ({ doneAt }) => doneAt === null,
  whyNot: () => 'shop-quotes.admin.tasks.refusals.done_already',
  run: async ({ record, values, viewer }) => {
    const closing = { decision: String(values.decision), by: viewer.actor }
    const closed = await new CloseTask().handle({ task: record, ...closing })
    return closed.ok
      ? { ok: true, notice: 'shop-quotes.admin.tasks.notices.done' }
      : { ok: false, reason: 'shop-quotes.admin.tasks.refusals.done_already' }
  },
}

/** What payments and banks left for staff to decide; docs/domain/orders-and-quotes.md. */
export const tasks: AnyResource = resource({
  id: 'shop-quotes.tasks',
  model: Task,
  permission: { view: 'shop-quotes.view', manage: null },
  personal: true,
  icon: 'list-todo',
  live: true,
  scope: seenAtLocations,
  count: { words: 'shop-quotes.admin.tasks.open', keep: keepOpen },
  preload: ['order'],
  label: kindOf,
  list: {
    columns: [
      { name: 'kind', value: kindOf, sort: true, strong: true },
      { name: 'order', value: (task) => orderOf(task) },
      { name: 'details', value: ({ details }, viewer) => moneyOf(details, viewer), align: 'end' },
      { name: 'createdAt', sort: true },
      { name: 'doneAt', sort: true, emptyLast: true },
    ],
    search: ['decision'],
    filters: [
      { name: 'kind', kind: 'choice', choices: TASK_KINDS },
      { name: 'createdAt', kind: 'dates' },
    ],
    tabs: [
      { name: 'open', keep: keepOpen, sort: 'createdAt' },
      { name: 'done', keep: (query) => void query.whereNotNull('doneAt'), sort: '-doneAt' },
    ],
    defaultSort: '-createdAt',
  },
  show: {
    columns: [
      { name: 'what', value: whatOf },
      { name: 'order', value: (task) => orderOf(task) },
      { name: 'details', value: ({ details }, viewer) => moneyOf(details, viewer) },
      { name: 'reason', value: ({ details }) => details.reason ?? '' },
      { name: 'createdAt' },
      { name: 'doneAt' },
      { name: 'decision' },
    ],
    links: [
      {
        id: 'bank_line',
        icon: 'landmark',
        href: ({ bankLineId: id }) =>
          id === null ? null : urlFor('shop-quotes.bank_lines.show', { id }),
      },
      {
        id: 'payment',
        icon: 'credit-card',
        href: ({ paymentId: id }) =>
          id === null ? null : urlFor('shop-quotes.payments.show', { id }),
      },
    ],
  },
  actions: [done],
})
