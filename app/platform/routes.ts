import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { E_INVALID_CONTRIBUTION } from '#app/platform/exceptions'

type Controller = new (...args: never[]) => object
type LazyController = () => Promise<{ default: Controller }>
export type Handler = [LazyController, string] | ((ctx: HttpContext) => unknown)
export type Method = 'GET' | 'POST'
export type Area = 'site' | 'account' | 'staff' | 'device'

/** What follows the owner's account in the first run, in this order. */
export const FIRST_RUN_STEPS = ['mail', 'plugins', 'second_factor'] as const
export type FirstRunStep = (typeof FIRST_RUN_STEPS)[number]

export type RouteOptions = {
  /** Without the owner's prefix, e.g. `slots.index`. */
  name: string
  /** May this route take a file upload? Everywhere else multipart is refused. */
  upload?: boolean
  /** May the page be shown in a frame on the operator's allowed hosts? */
  embed?: boolean
  /** Carries a secret in its path: sent without referrer, never indexed. */
  secret?: boolean
  /** Opens only to who gave the password in the last 15 minutes; asks for it otherwise. */
  fresh?: boolean
  /** Step of the first run, for which the owner may open it before their second factor is set up. */
  firstRun?: FirstRunStep
  /**
   * A public POST that another program sends, as JSON: nobody is signed in there, whatever cookie
   * comes along, and it need not come from our own page. It believes nothing but a signature over
   * `request.raw()`.
   */
  machine?: boolean
}

export type StaffRouteOptions = RouteOptions & {
  /** Permission without which the route answers 403. Every staff route has one. */
  permission: string
}

export type DeviceRouteOptions = RouteOptions & {
  /** Kind of the devices that it opens to, e.g. `queue-caller.screen`. Every device route has one. */
  kind: string
}

/** A declared route: data first, so that it can be checked before it is mounted. */
export type RouteDeclaration = {
  owner: string
  area: Area
  method: Method
  pattern: string
  name: string
  handler: Handler
  permission?: string
  kind?: string
  upload: boolean
  embed: boolean
  secret: boolean
  fresh?: boolean
  firstRun?: FirstRunStep
  machine?: boolean
}

export type RouteGroup<O extends RouteOptions = RouteOptions> = {
  get(pattern: string, handler: Handler, options: O): void
  post(pattern: string, handler: Handler, options: O): void
}

/**
 * Public pages, pages of a signed-in customer, pages of staff with a permission, pages of kiosks
 * and screens that staff have paired.
 */
export type RouteGroups = {
  site: RouteGroup
  account: RouteGroup
  staff: RouteGroup<StaffRouteOptions>
  device: RouteGroup<DeviceRouteOptions>
}

/** Where the groups of an owner begin; core modules have no segment of their own. */
export type Mounts = Record<Area, string>

const mounted: RouteDeclaration[] = []

/** Runs an owner's `routes` function and returns what it declared, unmounted. */
export function collectRoutes(
  owner: string,
  mounts: Mounts,
  declare: (groups: RouteGroups) => void
): RouteDeclaration[] {
  const declared: RouteDeclaration[] = []
  const group = <O extends RouteOptions>(area: Area): RouteGroup<O> => {
    const add = (method: Method) => (pattern: string, handler: Handler, options: O) =>
      void declared.push({
        owner,
        area,
        method,
        handler,
        pattern: joined(mounts[area], pattern),
        upload: false,
        embed: false,
        secret: false,
        ...options,
        name: `${owner}.${options.name}`,
      })
    return { get: add('GET'), post: add('POST') }
  }
  declare({
    site: group('site'),
    account: group('account'),
    staff: group('staff'),
    device: group('device'),
  })
  return declared
}

/** One slash between two segments, none at the end. */
function joined(mount: string, pattern: string): string {
  const path = `${mount}/${pattern}`.replaceAll(/\/+/g, '/')
  return path === '/' ? path : path.replace(/\/$/, '')
}

/** Throws when a route is unguarded or clashes with one that is already taken. */
export function checkRoutes(declared: RouteDeclaration[], taken: RouteDeclaration[]): void {
  const seen = [...taken]
  for (const route of declared) {
    const refuse = (why: string) => {
      throw new E_INVALID_CONTRIBUTION([route.owner, `route ${route.name} ${why}`])
    }
    if (route.area === 'staff' && !route.permission) refuse('has no permission')
    if (route.area === 'device' && !route.kind) refuse('has no kind of device')
    if (route.machine && (route.area !== 'site' || route.method !== 'POST')) {
      refuse('is for a machine, but no public POST')
    }
    if (seen.some((other) => other.name === route.name)) refuse('is declared twice')
    const twin = seen.find(
      (other) => other.method === route.method && other.pattern === route.pattern
    )
    if (twin) refuse(`has the address of ${twin.name}`)
    seen.push(route)
  }
}

export type Guards = Record<Area, (ctx: HttpContext, route: RouteDeclaration) => Promise<unknown>>

/** Hands declared routes to the router, each behind the guard of its area. */
export function mountRoutes(declared: RouteDeclaration[], guards: Guards): void {
  for (const route of declared) {
    router
      .route(
        route.pattern,
        route.method === 'GET' ? ['GET', 'HEAD'] : ['POST'],
        route.handler as never
      )
      .as(route.name)
      .use(async (ctx, next) => {
        await guards[route.area](ctx, route)
        return next()
      })
    mounted.push(route)
  }
}

/** Every route of the running application, for the route × actor matrix and the page checks. */
export function routeTable(): readonly RouteDeclaration[] {
  return mounted
}

const byName = new Map<string, RouteDeclaration>()
let named = 0

/** The declaration behind the route that serves a request; none for an unknown address. */
export function declaredRoute(ctx: HttpContext): RouteDeclaration | undefined {
  return ctx.route?.name ? routeNamed(ctx.route.name) : undefined
}

function routeNamed(name: string): RouteDeclaration | undefined {
  if (named !== mounted.length) {
    for (const route of mounted) byName.set(route.name, route)
    named = mounted.length
  }
  return byName.get(name)
}

type Values = Record<string, string | number | null | undefined>

/** What takes part of an address only at times: the router knows how. */
const UNSURE = /[*?]/

/** Text, name of a parameter, text, …; null where the router has to make the address. */
const parts = new Map<RouteDeclaration, readonly string[] | null>()

function partsOf(route: RouteDeclaration): readonly string[] | null {
  const { pattern } = route
  const known = parts.get(route)
  if (known !== undefined) return known
  const found = UNSURE.test(pattern) ? null : pattern.split(/:(\w+)/)
  parts.set(route, found)
  return found
}

/**
 * The path of a declared route with all its parameters, else null. The router goes through all
 * routes for every address, and a list has one in each row.
 */
function plainPath(name: string, params: Values): string | null {
  const route = routeNamed(name)
  const pieces = route ? partsOf(route) : null
  if (pieces === null) return null
  let path = pieces[0]
  for (let at = 1; at < pieces.length; at += 2) {
    const value = params[pieces[at]]
    if (value === null || value === undefined) return null
    path += encodeURIComponent(value) + pieces[at + 1]
  }
  return path
}

/** Path of a named route, e.g. `urlFor('booking.manage.show', { token })`; empty query values are left out. */
export function urlFor(name: string, params: Values = {}, query: Values = {}): string {
  router.commit()
  const path = plainPath(name, params) ?? router.makeUrl(name, params)
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value!)}`)
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
