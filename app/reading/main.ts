import type { HttpContext } from '@adonisjs/core/http'
import { readingAids } from '#app/reading/cookie'
import { aidWords } from '#app/reading/domain/aids'

/** How the visitor likes to read, as words that styles know: `large contrast`. */
export const readingWords = (ctx: Pick<HttpContext, 'request'>): string =>
  aidWords(readingAids(ctx)).join(' ')
