import type { HttpContext } from '@adonisjs/core/http'
import { askedPage } from '#core/web'
import { PRICE_MODES, type PriceMode } from '#plugins/shop-quotes/domain/catalogue'

const LONGEST = 100

/** What the address of a list asks for, whatever stands there. */
export type Asked = {
  q: string
  price: PriceMode | null
  /** Slug of a location. */
  location: string | null
  page: number
}

const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export function askedIn(ctx: HttpContext): Asked {
  const { q, price, location }: Record<string, unknown> = ctx.request.qs()
  return {
    q: word(q).slice(0, LONGEST),
    price: PRICE_MODES.find((mode) => mode === price) ?? null,
    location: word(location) || null,
    page: askedPage(ctx),
  }
}
