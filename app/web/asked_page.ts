import type { HttpContext } from '@adonisjs/core/http'

const LAST_PAGE = 1000

/** The page of a list that the address asks for (`?page=`), whatever stands there. */
export function askedPage({ request }: HttpContext): number {
  const { page }: Record<string, unknown> = request.qs()
  return Math.min(Math.max(Math.trunc(Number(page)) || 1, 1), LAST_PAGE)
}
