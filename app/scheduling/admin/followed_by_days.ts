import type { Trx } from '#core/platform'
import { hoursChanged } from '#app/scheduling/actions/day_changed'

type Hours = { locationId: number; $isPersisted: boolean; $original: { locationId?: number } }
type Work = { trx: Trx }

/** Parts of a form whose records are opening hours: open day views follow every change. */
export const followedByDays = {
  /** Before the row is saved it still knows the location that it leaves. */
  fill: async ({ $isPersisted, $original }: Hours, _: unknown, { trx }: Work) => {
    if ($isPersisted && $original.locationId) await hoursChanged(trx, $original.locationId)
  },
  store: ({ locationId }: Hours, _: unknown, { trx }: Work) => hoursChanged(trx, locationId),
  removed: ({ locationId }: Hours, { trx }: Work) => hoursChanged(trx, locationId),
}
