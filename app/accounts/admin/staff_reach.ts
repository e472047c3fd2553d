import db from '@adonisjs/lucid/services/db'
import type { FieldErrors, Query, Values, Viewer } from '#core/admin'
import type { Trx } from '#core/platform'
import { locationsOf, USER_LOCATIONS } from '#app/accounts/admin/user_locations'
import type { User } from '#app/accounts/models/user'
import { visibleLocationIds } from '#app/accounts/queries/visible_locations'
import { covers } from '#app/accounts/queries/role_limits'

const sentence = (word: string) => `accounts.admin.staff.said.${word}`

/** Who is limited to locations sees the people who work there, and those who work everywhere. */
export function staffWithin(query: Query<User>, { locationIds }: Viewer): void {
  query.where('kind', 'staff')
  if (locationIds === null) return
  query.where((reachable) => {
    reachable
      .whereNotIn('id', db.from(USER_LOCATIONS).select('user_id'))
      .orWhereIn(
        'id',
        db.from(USER_LOCATIONS).whereIn('location_id', locationIds).select('user_id')
      )
  })
}

/** Nobody gives a role that holds more than they do. */
export const roleBeyond = (role: string, { user }: Viewer): FieldErrors =>
  covers(user, role) ? {} : { role: sentence('beyond_own') }

/** Who holds more, or works where the reader does not, is not theirs to change. */
export async function beyondReach(
  values: Values,
  { record, trx, viewer }: { record: User | null; trx: Trx; viewer: Viewer }
): Promise<FieldErrors> {
  if (!record) return {}
  const places = await locationsOf(trx, record.id)
  return {
    ...(covers(viewer.user, record.role) ? {} : { email: sentence('beyond_own') }),
    ...(await placesBeyond(values, viewer)),
    ...(await placesBeyond({ locationIds: places }, viewer)),
  }
}

/** None means all locations, which people who are limited themselves cannot give. */
export async function placesBeyond({ locationIds }: Values, viewer: Viewer): Promise<FieldErrors> {
  const chosen = (locationIds as number[] | undefined) ?? []
  if (areWithin(viewer.locationIds, chosen)) return {}
  const isOwn = areWithin(await visibleLocationIds(viewer.user), chosen)
  return { locationIds: sentence(isOwn ? 'narrowed' : 'beyond_places') }
}

const areWithin = (own: readonly number[] | null, chosen: readonly number[]): boolean =>
  own === null || (chosen.length > 0 && chosen.every((id) => own.includes(id)))
