import { hash, randomBytes } from 'node:crypto'

const POOL_BYTES = 4096
let pool = Buffer.alloc(0)

/** Fetched from the system by the page: one call for each id costs more than a statement. */
function randomPiece(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(POOL_BYTES)
  const piece = pool.subarray(0, bytes)
  pool = pool.subarray(bytes)
  return piece
}

/** 128 random bits as 22 URL-safe characters: the id of a record outside this system. */
export function randomId(): string {
  return randomPiece(16).toString('base64url')
}

/** A secret to be mailed once (`plain`) and the form in which it is stored (`hash`). */
export function secretToken(): { plain: string; hash: string } {
  const plain = randomPiece(32).toString('base64url')
  return { plain, hash: hashToken(plain) }
}

/** SHA-256 in hexadecimal; fine for random secrets, never for passwords. */
export function hashToken(plain: string): string {
  return hash('sha256', plain, 'hex')
}
