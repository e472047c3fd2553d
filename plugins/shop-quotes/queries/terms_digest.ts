import { createHash } from 'node:crypto'
import type { Locale } from '#core/organisation'

/** SHA-256 of language and text: a wording is kept once. */
export const termsDigest = ({ locale, text }: { locale: Locale; text: string }): string =>
  createHash('sha256').update(`${locale}\n${text}`).digest('hex')
