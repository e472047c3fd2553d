import { appendFileSync } from 'node:fs'

/** True in `npm run proof`: full counts. */
export const isProof = (): boolean => process.env.PROOF === '1'

/**
 * How often to repeat: few in `npm test`, all in the proof. What was reduced is written down, and
 * `npm test` says at its end what it left to the proof.
 *
 * @param what in plain words, e.g. 'rounds of kill -9 during bookings'
 * @param counts `postgres` where the proof does with fewer there: a rule that no engine decides, whose
 * steps take several times as long in savepoints
 */
export function repetitions(
  what: string,
  { test, proof, postgres = proof }: { test: number; proof: number; postgres?: number }
): number {
  if (isProof()) return process.env.TEST_DATABASE_URL ? postgres : proof
  const file = process.env.REDUCED_TO
  if (file) appendFileSync(file, `${JSON.stringify({ what, now: test, full: proof })}\n`)
  return test
}
