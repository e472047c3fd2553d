import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { transaction, type Trx } from '#core/platform'

export const USER_LOCATIONS = 'accounts_user_locations'

/** Ids of the locations that a person is limited to; none means all. */
export async function locationsOf(client: QueryClientContract, userId: number): Promise<number[]> {
  const rows: { location_id: number }[] = await client
    .from(USER_LOCATIONS)
    .where('user_id', userId)
    .orderBy('location_id')
    .select('location_id')
  return rows.map((row) => row.location_id)
}

/** Limits a person to these locations; none lifts the limit. */
export async function setLocationsOf(
  userId: number,
  locationIds: readonly number[],
  outer?: Trx
): Promise<void> {
  const write = async (trx: Trx) => {
    await trx.from(USER_LOCATIONS).where('user_id', userId).delete()
    const rows = locationIds.map((id) => ({ user_id: userId, location_id: id }))
    if (rows.length > 0) await trx.table(USER_LOCATIONS).multiInsert(rows)
  }
  return outer ? write(outer) : transaction(write)
}
