import { createHash, randomBytes } from 'node:crypto'

/** 128 random bits as 22 URL-safe characters: the id of a record outside this system. */
export function randomId(): string {
  return randomBytes(16).toString('base64url')
}

/** A secret to be mailed once (`plain`) and the form in which it is stored (`hash`). */
export function secretToken(): { plain: string; hash: string } {
  const plain = randomBytes(32).toString('base64url')
  return { plain, hash: hashToken(plain) }
}

/** SHA-256 in hexadecimal; fine for random secrets, never for passwords. */
export function hashToken(plain: string): string {
  return createHash('sha256').update(plain).digest('hex')
}
