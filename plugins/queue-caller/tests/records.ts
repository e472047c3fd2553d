import type { Location } from '#core/organisation'
import { TICKET_LETTERS } from '#core/numbering'
import { PUBLIC } from '#core/platform'
import { IssueTicket } from '#plugins/queue-caller/actions/issue_ticket'
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

async function aTicket(location: Location): Promise<{ id: number }> {
  const known = await Line.findBy('locationId', location.id)
  const line = known ?? (await anotherLine(location))
  const issued = await new IssueTicket().handle({ line, location, by: PUBLIC })
  if (!issued.ok) throw new Error(issued.reason)
  return { id: issued.ticket.id }
}

const ticket = (body: Record<string, string> = {}) => ({ make: aTicket, body })

/** How to get a record for every route of the panel about a queue. */
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
  'queue-caller.desk_steps': ticket({ step: 'start' }),
  'queue-caller.desk_undos': ticket(),
  'queue-caller.desk_check_ins': ticket(),
  'queue-caller.desk_urgencies': ticket({ urgent: 'yes' }),
  'queue-caller.desk_transfers': ticket({ to_line: '1', place: 'last' }),
  'queue-caller.desk_notes': ticket(),
  'queue-caller.desk_departures': ticket(),
  'queue-caller.printed_tickets': ticket(),
}
