import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { stateAfter } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import { ticketZone } from '#plugins/helpdesk/presenters/ticket_zone'
import { badgeOf, turnText } from '#plugins/helpdesk/presenters/ticket_words'

type Page = { tickets: Ticket[]; hasNext: boolean; page: number }
type List = 'running' | 'closed'

const ROUTES = { running: 'helpdesk.mine.index', closed: 'helpdesk.mine.closed.index' }
/** H5, H6: a table of a person's tickets, the running ones with what can be done about each. */
export async function presentList(ctx: HttpContext, list: List, { tickets, hasNext, page }: Page) {
  const t = (key: string) => ctx.i18n.t(key)
  const address = (of: List, nth?: number) => urlFor(ROUTES[of], {}, { page: nth })
  return {
    title: t(`helpdesk.portal.ways.${list}`),
    lists: t('helpdesk.portal.mine.title'),
    tabs: (['running', 'closed'] as const).map((one) => ({
      label: t(`helpdesk.portal.mine.tabs.${one}`),
      href: address(one),
      current: one === list,
    })),
    columns: columnsOf(list).map((column) => ({
      label: t(`helpdesk.portal.fields.${column}`),
      strong: column === 'subject',
    })),
    hasSteps: list === 'running',
    rows: await Promise.all(tickets.map((ticket) => rowOf(ctx, list, ticket))),
    empty: t(`helpdesk.portal.mine.none_${list}`),
    newHref: urlFor('helpdesk.mine.menu.show'),
    previous: page > 1 ? address(list, page - 1) : null,
    next: hasNext ? address(list, page + 1) : null,
  }
}

const columnsOf = (list: List) =>
  ['subject', 'state', list === 'running' ? 'changed' : 'ended'] as const

async function rowOf(ctx: HttpContext, list: List, ticket: Ticket) {
  const { state, urgency, number, subject } = ticket
  const badge = badgeOf(ctx, state)
  return {
    href: addressOf(ticket),
    cells: [
      { text: subject, note: [number, ctx.i18n.t(`helpdesk.urgencies.${urgency}`)].join(' · ') },
      { text: badge.label, badge, note: list === 'running' ? turnText(ctx, state) : undefined },
      await whenOf(ctx, list, ticket),
    ],
    steps: stepsOf(ctx, ticket),
  }
}

/** What runs changed lately; of what is over the year counts too. */
async function whenOf(ctx: HttpContext, list: List, ticket: Ticket) {
  const { changedAt, closedAt } = ticket
  const written = ctx.formats(await ticketZone(ticket))
  const at = list === 'closed' ? (closedAt ?? changedAt) : changedAt
  const day = written.localDay(at)
  const text = list === 'closed' ? written.dayShortDate(day) : written.dayShort(day)
  return { text, note: written.time(at) }
}

/** The tick and the pen, where the ticket takes them; to a question the pen is the answer. */
function stepsOf({ i18n }: HttpContext, { state, number, publicId: id }: Ticket) {
  const step = (name: string, route: string, icon: string) => ({
    icon,
    label: i18n.t(`helpdesk.portal.steps.${name}.way`),
    href: urlFor(`helpdesk.mine.${route}.create`, { id }),
    number,
  })
  const pen = state === 'waiting_customer' ? 'reply' : 'addition'
  return [
    ...(stateAfter(state, 'accept', 'customer') ? [step('solution', 'solutions', 'check')] : []),
    ...(stateAfter(state, 'add', 'customer') ? [step(pen, 'additions', 'pencil')] : []),
  ]
}
