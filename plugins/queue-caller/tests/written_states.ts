import type { TicketState, TicketStep } from '#plugins/queue-caller/domain/ticket_states'

/** docs/domain/queue.md, said once more and apart from the table in the code. */
export const WRITTEN: [TicketStep, TicketState, TicketState][] = [
  ['call', 'waiting', 'called'],
  ['call', 'absent', 'called'],
  ['call_again', 'called', 'called'],
  ['start', 'called', 'serving'],
  ['absent', 'called', 'absent'],
  ['no_show', 'called', 'no_show'],
  ['finish', 'serving', 'served'],
  ['park', 'serving', 'parked'],
  ['resume', 'parked', 'serving'],
  ['transfer', 'waiting', 'waiting'],
  ['transfer', 'absent', 'waiting'],
  ['transfer', 'called', 'waiting'],
  ['transfer', 'serving', 'waiting'],
  ['transfer', 'parked', 'waiting'],
  ['leave', 'waiting', 'left'],
  ['leave', 'absent', 'left'],
  ['check_in', 'waiting', 'waiting'],
  ['check_in', 'absent', 'waiting'],
  ['check_in', 'no_show', 'waiting'],
  ['close', 'waiting', 'closed'],
  ['close', 'called', 'no_show'],
  ['close', 'absent', 'no_show'],
  ['close', 'serving', 'served'],
  ['close', 'parked', 'served'],
]
