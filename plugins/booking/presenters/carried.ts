import type { HttpContext } from '@adonisjs/core/http'
import { isLocale } from '#core/organisation'

/** What every address of a visit keeps: shown in a frame (B1), language asked for by the link. */
export type Carried = { embed?: '1'; lang?: string }

export function carried({ request }: Pick<HttpContext, 'request'>): Carried {
  const { embed, lang } = request.qs()
  return {
    ...(embed === '1' ? { embed } : {}),
    ...(typeof lang === 'string' && isLocale(lang) ? { lang } : {}),
  }
}
