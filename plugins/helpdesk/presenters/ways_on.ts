import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { reopenUntil, takeBackUntil } from '#plugins/helpdesk/domain/last_word'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import type { OwnSteps } from '#plugins/helpdesk/presenters/own_steps'

type Tone = 'primary' | 'secondary' | 'quiet'
type Way = { step: string; route: string; icon: string; tone: Tone }

/** What the customer may do now, as buttons: what is their turn first. */
export function presentWaysOn({ i18n }: HttpContext, ticket: Ticket, steps: OwnSteps) {
  const { publicId: id } = ticket
  const ways = waysOn(ticket, steps).map(({ step, route, icon, tone }) => ({
    label: i18n.t(`helpdesk.portal.steps.${step}.way`),
    href: urlFor(`helpdesk.mine.${route}.create`, { id }),
    icon,
    tone,
  }))
  if (goesOn(steps) !== 'follow_up') return ways
  const label = i18n.t('helpdesk.portal.follow_up')
  const href = urlFor('helpdesk.mine.menu.show', {}, { follow_up_of: id })
  return [...ways, { label, href, icon: 'plus', tone: 'secondary' as Tone }]
}

function waysOn({ state }: Ticket, steps: OwnSteps): Way[] {
  const again = goesOn(steps)
  const isAsked = state === 'waiting_customer'
  const pen = { route: 'additions', icon: 'pencil' }
  const add: Way = isAsked
    ? { ...pen, step: 'reply', tone: 'primary' }
    : { ...pen, step: 'addition', tone: 'secondary' }
  const all: [boolean, Way][] = [
    [steps.answer, { step: 'solution', route: 'solutions', icon: 'check', tone: 'primary' }],
    [steps.add, add],
    [steps.rate, { step: 'rating', route: 'ratings', icon: 'star', tone: 'primary' }],
    [
      again === 'take_back',
      { step: 'withdrawal', route: 'withdrawals', icon: 'undo-2', tone: 'secondary' },
    ],
    [
      again === 'reopen',
      { step: 'reopening', route: 'reopenings', icon: 'rotate-ccw', tone: 'secondary' },
    ],
    [steps.cancel, { step: 'cancellation', route: 'cancellations', icon: 'ban', tone: 'quiet' }],
  ]
  return all.flatMap(([isShown, way]) => (isShown ? [way] : []))
}

/** How a matter that is over comes up again: one way, the shortest that is still open. */
function goesOn({ takeBack, reopen, followUp }: OwnSteps) {
  if (takeBack) return 'take_back'
  if (reopen) return 'reopen'
  return followUp ? 'follow_up' : null
}

type Known = { steps: OwnSteps; days: number; zone: string }

/** Until when that way is open; null while the ticket runs. */
export function untilText(ctx: HttpContext, { closed }: Ticket, known: Known): string | null {
  const way = goesOn(known.steps)
  if (!way) return null
  const isFresh = way === 'take_back'
  const end = closed && (isFresh ? takeBackUntil(closed) : reopenUntil(closed, known.days))
  const until = end && ctx.formats(known.zone).dateTime(end)
  return ctx.i18n.t(`helpdesk.portal.page.until.${way}`, { until })
}
