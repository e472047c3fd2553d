import { widget } from '#core/admin'
import { urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { boardChannel } from '#plugins/queue-caller/board_channel'
import { locationsWithLines } from '#plugins/queue-caller/queries/locations_with_lines'
import { waitingCounts } from '#plugins/queue-caller/queries/waiting_counts'

/** How many people wait where, and the way to the counter. */
export const todayWidget = widget({
  id: 'queue-caller.today',
  permission: 'queue-caller.view',
  view: 'queue_caller::widgets/today',
  async data({ locationIds, now, t, can }) {
    const places = (await locationsWithLines()).filter(
      ({ id }) => locationIds?.includes(id) ?? true
    )
    if (places.length === 0) return null
    const days = places.map(({ id, zone }) => ({ id, day: localDateOf(zone, now) }))
    const counts = await waitingCounts(days)
    return {
      counter: can('queue-caller.serve') ? urlFor('queue-caller.counter') : null,
      board: urlFor('queue-caller.board'),
      places: places.map(({ id, name }) => ({
        ...{ id, name },
        channel: boardChannel(id),
        waiting: t('queue-caller.board.waiting', { count: counts.get(id) ?? 0 }),
      })),
    }
  },
})
