/** Why a proof was refused. */
export type ProofRefusal = 'expired' | 'used' | 'wrong'

/** A proof that checks out; `id` is what makes a second use of it recognisable. */
export type CheckedProof =
  { ok: true; id: string; expiresAt: number } | { ok: false; reason: Exclude<ProofRefusal, 'used'> }

/**
 * Sets tasks that cost a browser a moment and a flood of forms a fortune. Two exist: proof of work
 * for everybody, and one without work for tests.
 */
export interface CaptchaDriver {
  /** A new task for a form, as the widget reads it. */
  challenge(form: string): Promise<object>
  /** Was this sent by someone who did a task for this form? Used ones are the caller's matter. */
  check(form: string, payload: string): Promise<CheckedProof>
}
