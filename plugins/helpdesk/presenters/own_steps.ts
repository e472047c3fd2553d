import { mayRate, mayReopen, mayTakeBack } from '#plugins/helpdesk/domain/last_word'
import { isRunning, stateAfter, type TicketStep } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

/** What the customer may do with a ticket now. */
export type OwnSteps = {
  add: boolean
  answer: boolean
  cancel: boolean
  takeBack: boolean
  reopen: boolean
  followUp: boolean
  rate: boolean
}

/** @param days in which a closed ticket can be reopened */
export function ownSteps(ticket: Ticket, days: number, now: number): OwnSteps {
  const { state, closed, rating } = ticket
  const can = (step: TicketStep) => stateAfter(state, step, 'customer') !== null
  return {
    add: can('add'),
    answer: can('accept'),
    cancel: can('cancel'),
    takeBack: closed !== null && mayTakeBack(closed, now),
    reopen: closed !== null && mayReopen(closed, days, now),
    followUp: !isRunning(state),
    rate: closed !== null && rating === null && mayRate(closed, now),
  }
}
