import db from '@adonisjs/lucid/services/db'
import { E_OUT_OF_SCOPE } from '#app/accounts/exceptions'
import type { User } from '#app/accounts/models/user'

const perRequest = new WeakMap<User, Promise<number[] | null>>()

/** Ids of the locations a staff user works for; null means all of them, [] none (customers). */
export function visibleLocationIds(user: User): Promise<number[] | null> {
  let ids = perRequest.get(user)
  if (!ids) perRequest.set(user, (ids = load(user)))
  return ids
}

/** Spares the statement of `visibleLocationIds` where the ids were read together with the user. */
export function rememberLocations(user: User, ids: number[]): void {
  if (user.isStaff) perRequest.set(user, Promise.resolve(ids.length === 0 ? null : ids))
}

async function load(user: User): Promise<number[] | null> {
  if (!user.isStaff) return []
  const rows: { location_id: number }[] = await db
    .from('accounts_user_locations')
    .where('user_id', user.id)
    .select('location_id')
  return rows.length === 0 ? null : rows.map((row) => row.location_id)
}

/** Whether records of this location are within the user's reach. */
export async function mayVisit(user: User, locationId: number): Promise<boolean> {
  const ids = await visibleLocationIds(user)
  return ids === null || ids.includes(locationId)
}

/** Answers 404 for a record of a location outside the user's reach. */
export async function assertVisible(user: User, locationId: number): Promise<void> {
  if (!(await mayVisit(user, locationId))) throw new E_OUT_OF_SCOPE()
}
