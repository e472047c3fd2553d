import { hash } from 'node:crypto'

const MOST = 2000

type Verifier = { unsign(payload: string, purpose?: string): unknown }

/**
 * Checking the signature of a cookie takes longer than reading its session. One that was found to
 * be ours once is known by its digest, so that a page checks none; others are checked each time.
 *
 * @param purpose name of the cookie, whose values must not expire by themselves
 */
export function rememberSignatures(verifier: Verifier, purpose: string): void {
  const unsign = verifier.unsign.bind(verifier)
  const known = new Map<string, unknown>()
  verifier.unsign = (payload, asked) => {
    if (asked !== purpose || typeof payload !== 'string') return unsign(payload, asked)
    const digest = hash('sha256', payload, 'base64url')
    const value = known.get(digest)
    if (value !== undefined) return value
    const checked = unsign(payload, asked)
    if (checked === null) return null
    if (known.size >= MOST) known.clear()
    known.set(digest, checked)
    return checked
  }
}
