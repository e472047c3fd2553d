import {
  resource,
  stateCell,
  weekWords,
  withinLocations,
  type AnyResource,
  type Viewer,
  type Week,
} from '#core/admin'
import { TICKET_LETTERS } from '#core/numbering'
import { lineFields } from '#plugins/queue-caller/admin/line_fields'
import {
  fillLine,
  readLineParts,
  removeLineParts,
  storeLineParts,
} from '#plugins/queue-caller/admin/line_parts'
import { lineErrors, lineLabel } from '#plugins/queue-caller/admin/line_rules'
import { removeLine } from '#plugins/queue-caller/admin/remove_line'
import { locationsOfPanel, SET_UP } from '#plugins/queue-caller/admin/rights'
import { rulePanel } from '#plugins/queue-caller/admin/rule_panel'
import { ticketCode } from '#plugins/queue-caller/domain/ticket_number'
import { Line } from '#plugins/queue-caller/models/line'

/** What people wait for: letters, numbers and the rules of calling. */
export const lines: AnyResource = resource({
  id: 'queue-caller.lines',
  model: Line,
  permission: SET_UP,
  icon: 'list',
  label: lineLabel,
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'name', value: lineLabel, sort: 'letter', strong: true },
      { name: 'locationId', sort: true, thenBy: 'position' },
      { name: 'numbers', value: numbersOf },
      { name: 'contingent', sort: true, align: 'end', hidden: true },
      { name: 'targetMinutes', sort: true, align: 'end', hidden: true },
      { name: 'serviceMinutes', sort: true, align: 'end', hidden: true },
      { name: 'state', value: stateOf, sort: 'active' },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['letter', 'name'],
    filters: [
      { name: 'locationId', kind: 'relation', to: locationsOfPanel },
      { name: 'letter', kind: 'choice', choices: TICKET_LETTERS, label: (letter) => letter },
      { name: 'active', kind: 'flag' },
    ],
    defaultSort: 'locationId',
  },
  show: {
    columns: [
      { name: 'locationId', to: locationsOfPanel },
      { name: 'name' },
      { name: 'serviceIds' },
      { name: 'numbers', value: numbersOf },
      { name: 'contingent' },
      { name: 'hours', value: hoursOf },
      { name: 'targetMinutes' },
      { name: 'serviceMinutes' },
      { name: 'earlyMinutes' },
      { name: 'lateMinutes' },
      { name: 'graceSeconds' },
      { name: 'state', value: stateOf },
    ],
    panels: [rulePanel],
  },
  form: {
    sections: lineFields,
    check: lineErrors,
    read: readLineParts,
    fill: fillLine,
    store: storeLineParts,
    removed: removeLineParts,
  },
  actions: [removeLine(() => lines)],
})

/** "A001–A999" */
function numbersOf({ letter, firstNumber, lastNumber }: Line): string {
  return `${ticketCode(letter, firstNumber)}–${ticketCode(letter, lastNumber)}`
}

function hoursOf({ hours }: Line, viewer: Viewer): string {
  return hours
    ? weekWords(hours as Week, viewer)
    : viewer.t('queue-caller.admin.lines.hours_of_place')
}

function stateOf({ active }: Line, viewer: Viewer) {
  const word = viewer.t(`queue-caller.admin.states.${active ? 'on' : 'off'}`)
  return stateCell(active ? 'called' : 'ended', word)
}
