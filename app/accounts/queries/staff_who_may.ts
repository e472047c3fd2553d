import { User } from '#app/accounts/models/user'
import { can } from '#app/accounts/queries/permissions'

/**
 * Staff who can sign in, hold the permission and work for this location; for null, which is the
 * whole organisation, wherever they work. Call it before a transaction, not inside one.
 */
export async function staffWhoMay(permission: string, locationId: number | null): Promise<User[]> {
  const query = User.query().where('kind', 'staff').whereNull('disabled_at').orderBy('id')
  if (locationId !== null) {
    const worksFor =
      'select location_id from accounts_user_locations where user_id = accounts_users.id'
    void query.whereRaw(`(not exists (${worksFor}) or ? in (${worksFor}))`, [locationId])
  }
  const staff = await query
  const held = await Promise.all(staff.map((user) => can(user, permission)))
  return staff.filter((_, nth) => held[nth])
}
