import { hash } from 'node:crypto'

/** Nothing that looks like another from some steps away: no B and 8, S and 5, Z and 2, O and 0. */
const ALPHABET = 'ACDEFHJKMNPRTWXY34679'
const LENGTH = 8

/**
 * The code that a waiting device shows, made of its secret: so it need not be stored to be shown
 * again, and says nothing of the secret.
 */
export function pairingCode(token: string): string {
  let rest = BigInt(`0x${hash('sha256', `pairing code of ${token}`, 'hex')}`)
  let code = ''
  const base = BigInt(ALPHABET.length)
  while (code.length < LENGTH) {
    code += ALPHABET[Number(rest % base)]
    rest /= base
  }
  return code
}

/** `ACDE-FHJK`: two groups are read out and typed more easily than one. */
export const writtenCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** The code that somebody typed, in small letters and with spaces or not; null for none. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s–-]/g, '')
  return code.length === LENGTH && [...code].every((one) => ALPHABET.includes(one)) ? code : null
}
