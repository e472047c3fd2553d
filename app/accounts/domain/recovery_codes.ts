export const RECOVERY_CODES = 10

/** 32 signs, without 0, 1, l and o, which people mix up when they copy a code from paper. */
const SIGNS = '23456789abcdefghijkmnpqrstuvwxyz'
const LENGTH = 16

/** `k7qm-2xwp-…`: 80 bits out of 16 random bytes. */
export function recoveryCode(random: Uint8Array): string {
  const signs = Array.from({ length: LENGTH }, (_, at) => SIGNS[random[at] % SIGNS.length])
  return signs.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** The code however it was typed; null when it cannot be one. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return plain.length === LENGTH ? plain : null
}

/** Six digits as phones show them, with or without a space. */
export function plainTotpCode(typed: string): string | null {
  const plain = typed.replaceAll(/\s/g, '')
  return /^\d{6}$/.test(plain) ? plain : null
}
