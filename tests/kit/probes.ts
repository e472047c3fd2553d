import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'

/** A route that exists in tests alone, to look at what stands around every route. */
export type Probe = {
  name: string
  method: 'GET' | 'POST'
  /** Begins with `/probe/`, where the application has nothing. */
  pattern: `/probe/${string}`
  handler: (ctx: HttpContext) => unknown
}

const names = new Set<string>()

/**
 * Adds a route to the router past the declarations. Call it while the spec file is imported: the
 * routes are fixed once the server listens.
 */
export function addProbe({ name, method, pattern, handler }: Probe): void {
  const routeName = `probe.${name}`
  names.add(routeName)
  router.route(pattern, method === 'GET' ? ['GET', 'HEAD'] : [method], handler).as(routeName)
}

/** Is this route one of the tests' own? */
export const isProbe = (name: string | undefined): boolean => names.has(name ?? '')
