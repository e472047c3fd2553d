import type { Method } from '#plugins/shop-quotes/domain/payment_states'

/** `asked` of a provider that has not answered yet; only what is `made` counts. */
export const REFUND_STATES = ['asked', 'made', 'failed'] as const
export type RefundState = (typeof REFUND_STATES)[number]

/** Ways in which staff pay back by themselves, and then write it down. */
export const BY_HAND = ['bank_transfer', 'desk'] as const satisfies Method[]
export type ByHand = (typeof BY_HAND)[number]

type Kept = { paidMinor: number; repaidMinor: number }

/** What was paid and has not been paid back. */
export const keptOf = ({ paidMinor, repaidMinor }: Kept): number => paidMinor - repaidMinor

type Credited = Kept & {
  /** Of the receipt, and of the credit notes for it. */
  totalMinor: number
  creditedMinor: number
}

/**
 * How much of a refund takes back what the receipt says; paying back what was too much does not.
 * Of 60.00 paid for 50.00, a refund of 25.00 takes back 15.00.
 */
export function creditedBy(refundMinor: number, order: Credited): number {
  const { totalMinor, creditedMinor } = order
  const kept = keptOf(order)
  const fallen = Math.min(totalMinor, kept) - Math.min(totalMinor, kept - refundMinor)
  return Math.max(0, Math.min(fallen, totalMinor - creditedMinor))
}
