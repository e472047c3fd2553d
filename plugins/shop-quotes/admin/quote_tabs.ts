import type { Filter, Query, Viewer } from '#core/admin'
import { staffChoices } from '#plugins/shop-quotes/admin/staff_choices'
import { QUOTE_STATES, turnOf, type Turn } from '#plugins/shop-quotes/domain/quote_states'
import type { Quote } from '#plugins/shop-quotes/models/quote'

type Quotes = Query<Quote>

const ofTurn = (turn: Turn) => QUOTE_STATES.filter((state) => turnOf(state) === turn)
const OVER = ofTurn('nobody').filter((state) => state !== 'accepted')

/** What waits for the organisation. */
export const keepToDo = (query: Quotes): void => void query.whereIn('state', ofTurn('organisation'))

export const quoteTabs = [
  { name: 'to_do', keep: keepToDo },
  {
    name: 'waiting',
    keep: (query: Quotes) => void query.whereIn('state', ofTurn('customer')),
    sort: 'lastDay',
  },
  {
    name: 'accepted',
    keep: (query: Quotes) => void query.where('state', 'accepted'),
    sort: '-changedAt',
  },
  { name: 'over', keep: (query: Quotes) => void query.whereIn('state', OVER), sort: '-changedAt' },
  {
    name: 'mine',
    keep: (query: Quotes, { user }: Viewer) => void query.where('assigneeId', user.id),
    sort: '-changedAt',
  },
]

export const quoteFilters: Filter[] = [
  { name: 'state', kind: 'choice', choices: QUOTE_STATES },
  { name: 'assigneeId', kind: 'relation', to: () => staffChoices },
  { name: 'createdAt', kind: 'dates' },
]
