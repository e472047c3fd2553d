import type { HttpContext } from '@adonisjs/core/http'
import { visibleLocationIds } from '#core/accounts'
import type { Viewer } from '#app/admin/definition'
import { choosable } from '#app/admin/domain/narrowed_reach'
import { places } from '#app/admin/queries/places'

const KEY = 'admin.location'

/** Until they sign out or choose another; null shows every location within reach again. */
export function narrowTo({ session }: HttpContext, locationId: number | null): void {
  if (locationId === null) session.forget(KEY)
  else session.put(KEY, locationId)
}

/** The location that the person chose for this session, while it is there and within reach. */
export async function narrowedLocation(
  { session }: HttpContext,
  reach: readonly number[] | null
): Promise<number | null> {
  const chosen: unknown = session.get(KEY)
  if (typeof chosen !== 'number') return null
  return choosable(await places(), reach).some(({ id }) => id === chosen) ? chosen : null
}

/** Whether a person would see all locations if they had not narrowed the panel to one. */
export const isOnlyNarrowed = async ({ user, narrowedTo }: Viewer): Promise<boolean> =>
  narrowedTo !== null && (await visibleLocationIds(user)) === null
