import {
  createChallenge,
  randomInt,
  verifySolution,
  type Challenge,
  type Solution,
} from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { CaptchaDriver, CheckedProof } from '#app/web/captcha/captcha_driver'
import { signingKey } from '#app/web/signing_key'

const MINUTES = 60_000
const LIFE = 10 * MINUTES
const LONGEST_PAYLOAD = 4000

/**
 * About a million rounds of SHA-256 at most: half a second on a laptop, two on an old phone. The
 * server does 1/200 of it to set a task and none to check one.
 */
const COST = 5000
const FEWEST_TRIES = 100
const MOST_TRIES = 200

const secrets = () => ({
  hmacSignatureSecret: signingKey('captcha'),
  hmacKeySignatureSecret: signingKey('captcha-key'),
})

/** Proof of work by ALTCHA, all on this server: nothing is asked of, or told to, anybody else. */
export class AltchaDriver implements CaptchaDriver {
  challenge(form: string): Promise<object> {
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      counter: randomInt(MOST_TRIES, FEWEST_TRIES),
      data: { form },
      deriveKey,
      // eslint-disable-next-line no-restricted-syntax -- the library compares with the system's time
      expiresAt: new Date(Date.now() + LIFE),
      ...secrets(),
    })
  }

  async check(form: string, payload: string): Promise<CheckedProof> {
    const proof = parsePayload(payload)
    if (!proof) return { ok: false, reason: 'wrong' }
    const { challenge, solution } = proof
    const result = await verifySolution({ challenge, solution, deriveKey, ...secrets() })
    if (result.expired) return { ok: false, reason: 'expired' }
    const { data, expiresAt } = challenge.parameters
    if (!result.verified || data?.form !== form || !expiresAt) return { ok: false, reason: 'wrong' }
    return { ok: true, id: challenge.signature!, expiresAt: expiresAt * 1000 }
  }
}

/** What the widget puts into the form: base64 of JSON. Anything else is no proof. */
function parsePayload(payload: string): { challenge: Challenge; solution: Solution } | null {
  if (payload.length > LONGEST_PAYLOAD) return null
  try {
    const proof = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))
    const isProof = typeof proof?.challenge?.parameters === 'object' && proof.challenge.parameters
    return isProof && typeof proof.challenge.signature === 'string' ? proof : null
  } catch {
    return null
  }
}
