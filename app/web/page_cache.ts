import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { allContributions, declaredRoute, isActive, type RouteDeclaration } from '#core/platform'
import { LOCALE_COOKIE } from '#app/web/locale_cookie'

const LIFE_MS = 1000
const MOST_PAGES = 500
const LONGEST_ADDRESS = 300
/** Set by the page itself or by its route; everything else is the same on every answer. */
const KEPT_HEADERS = [
  'Cache-Control',
  'Content-Language',
  'Content-Security-Policy',
  'X-Frame-Options',
  'Vary',
]

type Page = {
  body: string
  etag: string
  headers: Array<[string, string]>
  /** Whose page it is; none of an address that no route serves. */
  route: RouteDeclaration | undefined
  until: number
}

const pages = new Map<string, Page>()
let forgottenAt = 0
let isOn = !app.inTest

/** A visitor whose only cookie is a chosen language sees what others with it see. */
const LANGUAGE_ONLY = new RegExp(`^${LOCALE_COOKIE}=[a-z]{2}$`)

/**
 * Lets one rendering of a public page serve everybody for a second. Only for pages that are the
 * same for all visitors of one language: no personal data, no hold, no captcha, no form key.
 * Browsers keep it too, but ask each time whether it still holds: a time just taken is gone (B11).
 */
export function keepPage(ctx: HttpContext): void {
  if (ctx.actor.kind !== 'public') return
  ctx.isKept = true
  ctx.response.header('Cache-Control', 'public, no-cache')
  ctx.response.header('Vary', 'Accept-Language, Cookie')
}

/** Under what a page is kept; null for requests whose answer is theirs alone. */
export function pageKey({ request, consent }: HttpContext): string | null {
  if (!isOn || (request.method() !== 'GET' && request.method() !== 'HEAD')) return null
  const cookies = tellingCookies(request.header('cookie') ?? '')
  const isPlain = cookies === '' || LANGUAGE_ONLY.test(cookies)
  const address = request.url(true)
  if (!isPlain || address.length > LONGEST_ADDRESS) return null
  const language = request.header('accept-language')?.slice(0, 200)
  // V5: who has not chosen yet is asked, everybody else is not, whatever they chose.
  const asked = consent.isAsked ? 'asked' : ''
  return [request.header('host'), address, language, cookies, asked].join('\n')
}

let sameWith: ReadonlySet<string> | undefined

/** A Cookie header without those cookies that change no page. */
function tellingCookies(header: string): string {
  if (header === '') return header
  sameWith ??= new Set(
    allContributions('cookies').flatMap(({ value }) =>
      value.filter(({ samePages }) => samePages).map(({ name }) => name)
    )
  )
  const pairs = header.split('; ')
  return pairs.filter((pair) => !sameWith!.has(pair.split('=', 1)[0])).join('; ')
}

/** A page that is still fresh; those of a plugin that was just switched off are not shown. */
export async function findPage(key: string): Promise<Page | null> {
  const page = pages.get(key)
  if (!page || page.until <= performance.now()) return null
  return (await isActive(page.route?.owner ?? 'web')) ? page : null
}

/**
 * Keeps an answer that a page allowed to keep, unless it turned out to be somebody's own, or
 * something changed since its request came in (`began`, by `performance.now()`).
 */
export function storePage(key: string, ctx: HttpContext, began: number): void {
  if (forgottenAt >= began) return
  const { response } = ctx
  const body: unknown = response.getBody()
  if (typeof body !== 'string' || response.getStatus() !== 200) return
  if (response.getHeader('Set-Cookie')) return
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  const headers = KEPT_HEADERS.flatMap((name): Array<[string, string]> => {
    const value = response.getHeader(name)
    return value === undefined ? [] : [[name, String(value)]]
  })
  if (pages.size >= MOST_PAGES) pages.clear()
  const route = declaredRoute(ctx)
  pages.set(key, { body, etag, headers, route, until: performance.now() + LIFE_MS })
}

/** After any change this process shows the new state at once; others follow within a second. */
export function forgetPages(): void {
  pages.clear()
  forgottenAt = performance.now()
}

/** Off in tests, which change data behind the pages; a test of the cache switches it on. */
export function usePageCache(on: boolean): void {
  isOn = on
  forgetPages()
}
