import type { Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { Line } from '#plugins/queue-caller/models/line'
import type { Ticket } from '#plugins/queue-caller/models/ticket'

type Asked = Pick<Ticket, 'id' | 'code' | 'lineId' | 'note'>
type Question = 'transfer' | 'note' | 'departure'

/** What stands on every page that asks something about one ticket. */
function question(name: Question, { id, code }: Asked, { t }: Viewer) {
  const routes = {
    transfer: 'queue-caller.desk_transfers.store',
    note: 'queue-caller.desk_notes.update',
    departure: 'queue-caller.desk_departures.store',
  }
  return {
    title: t(`queue-caller.counter.ask.${name}.title`, { code }),
    text: t(`queue-caller.counter.ask.${name}.text`),
    label: t(`queue-caller.counter.ask.${name}.go`),
    action: urlFor(routes[name], { id }),
    back: {
      href: urlFor('queue-caller.counter'),
      label: t('queue-caller.admin.counter.title'),
    },
  }
}

type Targets = { lines: readonly Line[]; counters: readonly Counter[] }

/** Q6: where a ticket may be sent. */
export const presentTransfer = (ticket: Asked, { lines, counters }: Targets, viewer: Viewer) => ({
  ...question('transfer', ticket, viewer),
  line: ticket.lineId,
  lines: lines.map(({ id, letter, name }) => {
    return { value: id, label: `${letter} ${translated(name, viewer.locale)}` }
  }),
  counters: counters.map(({ id, label }) => ({ value: id, label })),
  places: (['last', 'first'] as const).map((value) => {
    return { value, label: viewer.t(`queue-caller.counter.ask.transfer.${value}`) }
  }),
})

export const presentNote = (ticket: Asked, viewer: Viewer) => ({
  ...question('note', ticket, viewer),
  note: ticket.note,
})

export const presentDeparture = (ticket: Asked, viewer: Viewer) =>
  question('departure', ticket, viewer)
