import { appendFileSync } from 'node:fs'

/** True in `npm run proof`: full counts. */
export const isProof = (): boolean => process.env.PROOF === '1'

/**
 * How often to repeat: few in `npm test`, all in the proof. What was reduced is written down, and
 * `npm test` says at its end what it left to the proof.
 *
 * @param what in plain words, e.g. 'rounds of kill -9 during bookings'
 */
export function repetitions(
  what: string,
  { test, proof }: { test: number; proof: number }
): number {
  if (isProof()) return proof
  const file = process.env.REDUCED_TO
  if (file) appendFileSync(file, `${JSON.stringify({ what, now: test, full: proof })}\n`)
  return test
}
