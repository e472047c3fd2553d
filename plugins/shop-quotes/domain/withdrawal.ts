import type { WithdrawalClass } from '#plugins/shop-quotes/domain/catalogue'
import type { OrderState } from '#plugins/shop-quotes/domain/order_states'

/** Days that a consumer has to withdraw, counted from the day after the order. */
export const WITHDRAWAL_DAYS = 14

/** Basis points of a whole. */
const WHOLE = 10_000n

type Ordered = {
  readonly state: OrderState
  readonly buyer: 'person' | 'company'
  /** Their last day is over where the organisation is. */
  readonly isOver: boolean
  /** The customer asked to begin before the days were over. */
  readonly startedEarly: boolean
}

type Line = { readonly withdrawalClass: WithdrawalClass }

/** Why an order cannot be withdrawn from; `withdrawn`: it has been already. */
export type NoWithdrawal = 'company' | 'over' | 'exempt' | 'done' | 'ended' | 'withdrawn'

const BEFORE_DONE: readonly OrderState[] = ['placed', 'paid', 'in_progress']

/**
 * Why this customer cannot withdraw, or null. What was done completely after they had asked to
 * begin early is beyond withdrawing; what they had not asked for is not.
 */
export function withdrawalRefusal(
  { state, buyer, isOver, startedEarly }: Ordered,
  lines: readonly Line[]
): NoWithdrawal | null {
  if (buyer === 'company') return 'company'
  if (state === 'withdrawal_requested' || state === 'withdrawn') return 'withdrawn'
  if (!BEFORE_DONE.includes(state) && state !== 'completed') return 'ended'
  if (isOver) return 'over'
  if (lines.every((line) => !isWithdrawable(line))) return 'exempt'
  return state === 'completed' && startedEarly ? 'done' : null
}

/** The law exempts some services, e.g. health care and leisure on a fixed day. */
export const isWithdrawable = ({ withdrawalClass }: Line): boolean => withdrawalClass !== 'none'

type Withdrawn = Line & { readonly grossMinor: number }

type Done = { startedEarly: boolean; performedBp: number }

/**
 * What of these lines is no longer owed, in minor units.
 *
 * @param performedBp how much of the services that had begun was done by then, in basis points; it
 *   stays owed. Without the wish to begin early nothing does.
 */
export const releasedMinor = (lines: readonly Withdrawn[], done: Done): number =>
  lines.reduce((sum, line) => sum + line.grossMinor - stillOwed(line, done), 0)

/** What stays owed of a line that was withdrawn from, rounded down: the cent in doubt is the customer's. */
export const stillOwed = (
  { withdrawalClass, grossMinor }: Withdrawn,
  { startedEarly, performedBp }: Done
): number =>
  startedEarly && withdrawalClass === 'begun'
    ? Number((BigInt(grossMinor) * BigInt(performedBp)) / WHOLE)
    : 0
