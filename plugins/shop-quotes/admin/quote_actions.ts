import type { Action, ActionResult } from '#core/admin'
import { HonourQuote } from '#plugins/shop-quotes/actions/honour_quote'
import { assignQuote, declineQuote, reviewQuote } from '#plugins/shop-quotes/actions/order_quote'
import { staffChoices } from '#plugins/shop-quotes/admin/staff_choices'
import { quoteStateAfter, turnOf, type QuoteStep } from '#plugins/shop-quotes/domain/quote_states'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { stateNow } from '#plugins/shop-quotes/presenters/own_quote'

type Deed = Action<Quote>

const LONGEST = 5000
const KEY = 'shop-quotes.admin.quotes'
const refused = (reason: string): ActionResult => ({
  ok: false,
  reason: `${KEY}.refusals.${reason}`,
})

const answer = (id: string, done: { ok: true } | { ok: false; reason: string }): ActionResult =>
  done.ok ? { ok: true, notice: `${KEY}.notices.${id}` } : refused(done.reason)

const shared = {
  permission: 'shop-quotes.work',
  whyNot: () => `${KEY}.refusals.not_now`,
} as const

const when = (step: QuoteStep) => (quote: Quote) =>
  quoteStateAfter(stateNow(quote), step, 'staff') !== null

const isOpen = (quote: Quote): boolean => turnOf(stateNow(quote)) !== 'nobody'

const take: Deed = {
  ...shared,
  id: 'take',
  on: ['row', 'bulk', 'palette', 'command'],
  icon: 'hand-helping',
  next: true,
  when: isOpen,
  run: async ({ record, viewer }) => {
    const { id: assigneeId } = viewer.user
    if (record.assigneeId === assigneeId) return refused('yours_already')
    const taken = { quoteId: record.id, assigneeId, by: viewer.actor }
    return answer('take', await assignQuote(taken))
  },
}

const assign: Deed = {
  ...shared,
  id: 'assign',
  on: ['row', 'bulk', 'palette', 'command'],
  icon: 'user-check',
  when: isOpen,
  form: [{ name: 'assigneeId', kind: 'relation', to: () => staffChoices, required: true }],
  run: async ({ record, values, viewer }) => {
    const assigneeId = Number(values.assigneeId)
    return answer('assign', await assignQuote({ quoteId: record.id, assigneeId, by: viewer.actor }))
  },
}

const review: Deed = {
  ...shared,
  id: 'review',
  icon: 'eye',
  when: when('review'),
  run: async ({ record, viewer }) =>
    answer('review', await reviewQuote({ quoteId: record.id, by: viewer.actor })),
}

const decline: Deed = {
  ...shared,
  id: 'decline',
  icon: 'ban',
  danger: true,
  when: when('decline'),
  form: [{ name: 'reason', kind: 'long_text', max: LONGEST, required: true, hint: true }],
  run: async ({ record, values, viewer }) => {
    const declined = { quoteId: record.id, reason: String(values.reason), by: viewer.actor }
    return answer('decline', await declineQuote(declined))
  },
}

const honour: Deed = {
  ...shared,
  id: 'honour',
  icon: 'calendar-plus',
  when: when('honour'),
  form: [
    { name: 'lastDay', kind: 'date', required: true },
    { name: 'why', kind: 'long_text', max: LONGEST, required: true, hint: true },
  ],
  run: async ({ record, values, viewer }) => {
    const honoured = await new HonourQuote().handle({
      ...{ quoteId: record.id, reason: String(values.why), lastDay: String(values.lastDay) },
      by: viewer.actor,
    })
    return answer('honour', honoured)
  },
}

/** What staff do with a quote besides writing an offer or to its customer. */
export const quoteActions: Deed[] = [take, assign, review, honour, decline]
