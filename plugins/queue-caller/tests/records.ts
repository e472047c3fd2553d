import type { Location } from '#core/organisation'
import { TICKET_LETTERS } from '#core/numbering'
import { Counter } from '#plugins/queue-caller/models/counter'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import { Line } from '#plugins/queue-caller/models/line'
import { Screen } from '#plugins/queue-caller/models/screen'
import { aLine } from '#plugins/queue-caller/tests/queue'
import { aScreen } from '#plugins/queue-caller/tests/screens'
import type { RecordMakers } from '#tests/kit/record_matrix'

let serial = 0

async function anotherLine(location: Location): Promise<Line> {
  const { length } = await Line.query().where('locationId', location.id)
  const name = { en: `${location.name} line` }
  return aLine(location, { letter: TICKET_LETTERS[length], name })
}

/** How to get a record for every route of the panel about how a queue is set up. */
export const queueRecords: RecordMakers = {
  'queue-caller.lines': {
    another: { letter: 'Z' },
    make: async (location) => ({ id: (await anotherLine(location)).id }),
  },
  'queue-caller.counters': {
    another: { label: 'Another counter' },
    make: async ({ id: locationId, name }) => {
      return { id: (await Counter.create({ locationId, label: `${name} ${++serial}` })).id }
    },
  },
  'queue-caller.screens': {
    make: async ({ id: locationId, name }) => {
      return { id: (await Screen.create({ locationId, name, locales: ['en'] })).id }
    },
  },
  'queue-caller.kiosks': {
    make: async ({ id: locationId, name }) => {
      return { id: (await Kiosk.create({ locationId, name, locales: ['en'] })).id }
    },
  },
  'queue-caller.screen_previews': {
    make: async (location) => ({ id: (await aScreen(location, { name: location.name })).id }),
  },
}
