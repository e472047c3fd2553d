import { isVoid, TO_DO, type OrderState } from '#plugins/shop-quotes/domain/order_states'
import type { PaymentState } from '#plugins/shop-quotes/domain/paid'

const MINUTE = 60_000

/** What an order says to its appointments. */
export type OrderStanding = {
  readonly state: OrderState
  readonly paymentState: PaymentState
}

/** A line of an order with which an appointment may come. */
export type LineStanding = OrderStanding & {
  readonly hasAppointment: boolean
  readonly isWithdrawn: boolean
  readonly isBooked: boolean
}

/** `over`: the order or the line has ended; `booked`: it has its one appointment. */
export type NoBooking = 'no_appointment' | 'not_paid' | 'over' | 'booked'

/** docs/domain/orders-and-quotes.md, "Appointments": null when one may be chosen now. */
export function bookingRefusal(line: LineStanding): NoBooking | null {
  const { state, hasAppointment, isWithdrawn, isBooked } = line
  if (!hasAppointment) return 'no_appointment'
  if (isBooked) return 'booked'
  if (state === 'placed') return 'not_paid'
  return TO_DO.includes(state) && !isWithdrawn && !endsAppointments(line) ? null : 'over'
}

/** Whether appointments to come are given back: the order is no more, or nothing of it is paid. */
export const endsAppointments = ({ state, paymentState }: OrderStanding): boolean =>
  isVoid(state) || state === 'withdrawal_requested' || paymentState === 'refunded'

export type BookedStanding = {
  readonly state: OrderState
  /** epoch milliseconds */
  readonly startsAt: number
  /** What staff have said of it: the person has arrived, say. */
  readonly outcome: string | null
  /** So long before its start its service can be booked at the latest. */
  readonly noticeMinutes: number
}

export type NoChange = 'over' | 'begun' | 'too_late'

/** Why the customer cannot move or cancel it themselves; null: they may. */
export function changeRefusal(booked: BookedStanding, now: number): NoChange | null {
  const { state, startsAt, outcome, noticeMinutes } = booked
  if (outcome !== null || startsAt <= now) return 'begun'
  if (!TO_DO.includes(state)) return 'over'
  return startsAt - noticeMinutes * MINUTE < now ? 'too_late' : null
}
