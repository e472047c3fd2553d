import encryption from '@adonisjs/core/services/encryption'
import { Secret, TOTP } from 'otpauth'

const PURPOSE = 'accounts.two_factor'

/** What every authenticator app understands without reading the parameters (RFC 6238). */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** 160 random bits in base32, and the form in which they are stored. */
export function newTotpSecret(): { plain: string; sealed: string } {
  const plain = new Secret({ size: 20 }).base32
  return { plain, sealed: encryption.encrypt(plain, { purpose: PURPOSE }) }
}

/** The secret, or null when it was sealed under another APP_KEY. */
export const openTotpSecret = (sealed: string): string | null => encryption.decrypt(sealed, PURPOSE)

/** The `otpauth:` address that an app reads from the QR code. */
export const totpUri = (secret: string, { issuer, label }: { issuer: string; label: string }) =>
  new TOTP({ ...KIND, issuer, label, secret: Secret.fromBase32(secret) }).toString()

/**
 * The 30 seconds to which a code belongs, when it is of now or the step before or after; phones
 * and servers disagree by a little.
 */
export function totpStep(secret: string, code: string, now: number): number | null {
  const totp = new TOTP({ ...KIND, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? null : totp.counter({ timestamp: now }) + delta
}
