import router from '@adonisjs/core/services/router'
import { grantedTo, ROLES } from '#app/accounts/domain/roles'
import { allContributions, routeTable, type RouteDeclaration } from '#core/platform'
import { isProbe } from '#tests/kit/probes'

/** Everybody who can stand before the desk, from nobody to the owner. */
export const ACTORS = ['anonymous', 'customer', 'staff_without_role', ...ROLES] as const
export type Visitor = (typeof ACTORS)[number]

/**
 * `sign_in`: sent to the sign-in page; `unpaired`: told that this is no device; `forbidden`: 403;
 * `open`: anything but these.
 */
export type Access = 'open' | 'sign_in' | 'unpaired' | 'forbidden'

/**
 * What a route is about: the actions that `warranty` adds to tickets are routes of its own, called
 * `warranty.on.helpdesk.tickets.check.create`, and about a record of `helpdesk.tickets`.
 */
export const subjectOf = ({ owner, name }: Pick<RouteDeclaration, 'owner' | 'name'>): string =>
  name.startsWith(`${owner}.on.`) ? name.slice(`${owner}.on.`.length) : name

export type MatrixCase = { route: RouteDeclaration; actor: Visitor; access: Access }

/** What the declarations promise: deny by default. */
export function promisedAccess(route: RouteDeclaration, actor: Visitor): Access {
  if (route.area === 'site') return 'open'
  if (route.area === 'device') return 'unpaired'
  if (actor === 'anonymous') return 'sign_in'
  if (route.area === 'account') return 'open'
  const permissions = allContributions('permissions').flatMap(({ value }) => value)
  const key = (ROLES as readonly string[]).includes(actor) ? actor : null
  const role = key === null ? null : { key, permissions: {} }
  return grantedTo(role, permissions).has(route.permission ?? '') ? 'open' : 'forbidden'
}

/** What they promise to a device of this kind in whose browser nobody has signed in. */
export function promisedToDevice(route: RouteDeclaration, kind: string): Access {
  if (route.area === 'device') return route.kind === kind ? 'open' : 'forbidden'
  return promisedAccess(route, 'anonymous')
}

/** Kinds of devices that have pages of their own. */
export const kindsOfDevices = (): string[] => [
  ...new Set(routeTable().flatMap(({ kind }) => kind ?? [])),
]

/** Every declared route × every kind of person. */
export function routeMatrix(): MatrixCase[] {
  return routeTable().flatMap((route) =>
    ACTORS.map((actor) => ({ route, actor, access: promisedAccess(route, actor) }))
  )
}

/** Account pages and forms whose address names one record, which must be the visitor's own. */
export const accountRoutesOfRecords = (): RouteDeclaration[] =>
  routeTable().filter(({ area, pattern }) => area === 'account' && pattern.includes(':'))

/** Routes that reached the router past the declarations, and so past the guards; probes aside. */
export function undeclaredRoutes(): string[] {
  router.commit()
  const declared = new Set(routeTable().map(({ name }) => name))
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name }) => !name || !(declared.has(name) || isProbe(name)))
    .map(({ methods, pattern }) => `${methods.join(',')} ${pattern}`)
}

/** An address of a route; what stands for its parameters exists nowhere. */
export const addressOf = ({ pattern }: RouteDeclaration): string =>
  pattern.replaceAll(/:\w+\??|\*/g, '0').replaceAll(/\/+/g, '/')
