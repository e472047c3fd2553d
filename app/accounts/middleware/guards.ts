import type { HttpContext } from '@adonisjs/core/http'
import type { RouteOptions } from '#core/platform'
import {
  E_PERMISSION_MISSING,
  E_SIGN_IN_REQUIRED,
  E_TWO_FACTOR_MISSING,
} from '#app/accounts/exceptions'
import { assertFresh } from '#app/accounts/middleware/fresh'
import type { User } from '#app/accounts/models/user'
import { isSettingUp } from '#app/accounts/queries/first_run'
import { can } from '#app/accounts/queries/permissions'
import { lacksTwoFactor } from '#app/accounts/queries/two_factor'

/** The signed-in user of this request, or null. */
export async function signedInUser(ctx: HttpContext): Promise<User | null> {
  return (await ctx.auth.use('web').check()) ? ctx.auth.use('web').getUserOrFail() : null
}

/** What a route says of itself besides its permission. */
type Guarded = Pick<RouteOptions, 'fresh' | 'firstRun'>

const PLAIN: Guarded = {}

/** Lets any signed-in person pass; others go to the sign-in page and come back. */
export async function guardAccount(ctx: HttpContext, { fresh } = PLAIN): Promise<User> {
  const user = await signedInUser(ctx)
  if (!user) throw new E_SIGN_IN_REQUIRED()
  // What a signed-in person sees must not come back from a cache on a shared computer.
  ctx.response.header('cache-control', 'no-store')
  if (fresh) assertFresh(ctx)
  return user
}

/** Lets staff with the permission pass: the sign-in page for visitors, 403 for everybody else. */
export async function guardStaff(
  ctx: HttpContext,
  permission: string,
  { fresh, firstRun } = PLAIN
): Promise<User> {
  const user = await guardAccount(ctx)
  if (await lacksTwoFactor(user)) {
    if (!firstRun || !(await isSettingUp(user))) throw new E_TWO_FACTOR_MISSING()
  }
  if (!(await can(user, permission))) {
    throw new E_PERMISSION_MISSING(`User ${user.id} lacks ${permission}`)
  }
  if (fresh) assertFresh(ctx)
  return user
}
