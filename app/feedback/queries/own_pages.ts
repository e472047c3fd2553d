import router from '@adonisjs/core/services/router'
import { appUrl } from '#config/app'
import { routeTable, type RouteDeclaration } from '#core/platform'
import { ownPath, withOwnPages } from '#app/feedback/domain/own_pages'

/** Characters of the page that somebody names. */
export const LONGEST_PAGE = 300

function routeOf(path: string): RouteDeclaration | undefined {
  const found = router.match(path, 'GET', false)
  return found ? routeTable().find(({ name }) => name === found.route.name) : undefined
}

const isOpen = ({ area, secret }: RouteDeclaration) => area === 'site' && !secret

/** A path without the parts that only its reader may know. */
function withoutSecrets(path: string): string {
  const route = routeOf(path)
  return !route || isOpen(route) ? path : route.pattern.replaceAll(/:\w+\??/g, '…')
}

/** What somebody typed, without the secrets of links to our own pages (V5). */
export const withoutOwnSecrets = (text: string): string =>
  withOwnPages(text, { site: appUrl, shown: withoutSecrets })

/**
 * The page from which somebody came, to be filled in for them: a public one of ours, and not one
 * about accessibility itself. Anything with a secret in it is not even shown.
 */
export function pageBefore(referrer: string | undefined): string | null {
  const path = referrer ? ownPath(referrer, appUrl) : null
  if (path === null || path.length > LONGEST_PAGE || path.startsWith('/accessibility')) return null
  const route = routeOf(path)
  return route && isOpen(route) ? path : null
}
