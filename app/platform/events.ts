import type { Trx } from '#app/platform/transaction'

/** A kind of domain event; its payload is JSON. */
export type EventType<P extends object = object> = { name: string; readonly payload?: P }

/** A reaction to an event: runs at least once, after the transaction that emitted it. */
export type Listener = {
  /** Prefixed with its module or plugin, e.g. `queue-caller.wake`. */
  id: string
  event: string
  handle: (payload: never) => Promise<void>
}

/** Writes one delivery per listener into the emitter's transaction. Supplied by `jobs`. */
type EventDelivery = (trx: Trx, event: string, payload: object) => Promise<void>

let deliver: EventDelivery | null = null

/** Declares a domain event, e.g. `defineEvent<{ reservationId: number }>('scheduling.reservation_confirmed')`. */
export function defineEvent<P extends object>(name: string): EventType<P> {
  return { name }
}

/** Declares a reaction. It must be idempotent: a crash can deliver an event twice. */
export function listen<P extends object>(
  event: EventType<P>,
  id: string,
  handle: (payload: P) => Promise<void>
): Listener {
  return { id, event: event.name, handle }
}

/**
 * Records that something happened, in the transaction in which it happened, so that neither a
 * crash nor a rollback can separate the two. Listeners of disabled plugins find it once enabled.
 */
export async function emit<P extends object>(
  trx: Trx,
  event: EventType<P>,
  payload: P
): Promise<void> {
  if (!deliver) throw new Error('Event deliveries are not set up: the jobs module did not boot')
  await deliver(trx, event.name, payload)
}

export function setEventDelivery(delivery: EventDelivery): void {
  deliver = delivery
}
