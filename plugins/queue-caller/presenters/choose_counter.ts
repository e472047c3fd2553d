import type { Viewer } from '#core/admin'
import type { Location } from '#core/organisation'
import { boardChannel } from '#plugins/queue-caller/board_channel'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { Seat } from '#plugins/queue-caller/queries/seats'

type Place = Pick<Location, 'id' | 'name' | 'zone'>
export type Choice = { place: Place; counters: readonly Counter[]; taken: readonly Seat[] }

/** The counters of somebody who sits nowhere, and who sits there. */
export function presentChoice(choices: readonly Choice[], viewer: Viewer) {
  return choices.map(({ place, counters, taken }) => ({
    ...{ id: place.id, name: place.name },
    channel: boardChannel(place.id),
    counters: counters.map(({ id, label }) => {
      const seat = taken.find(({ counterId }) => counterId === id)
      return { id, label, taken: seat ? takenBy(seat, place, viewer) : null }
    }),
  }))
}

function takenBy({ person, openedAt }: Seat, { zone }: Place, { t, formats }: Viewer) {
  const words = { name: person, time: formats(zone).time(openedAt) }
  return {
    text: t('queue-caller.counter.choose.taken', words),
    question: t('queue-caller.counter.choose.confirm', words),
  }
}
