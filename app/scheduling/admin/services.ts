import db from '@adonisjs/lucid/services/db'
import {
  removal,
  resource,
  resourceNamed,
  stateCell,
  type AnyResource,
  type Query,
  type Viewer,
} from '#core/admin'
import { translated } from '#core/organisation'
import { locationsOfPanel, MANAGED } from '#app/scheduling/admin/resources'
import {
  readServiceParts,
  removeServiceParts,
  storeServiceParts,
} from '#app/scheduling/admin/service_parts'
import { requirementsField } from '#app/scheduling/admin/requirements_field'
import { CONFIRMATION_MODES, Service } from '#app/scheduling/models/service'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Without I, O and Q, which people read as digits or other letters (Q2). */
const LETTERS = [...'ABCDEFGHJKLMNPRSTUVWXYZ']
const letters = () => LETTERS.map((letter) => ({ value: letter, label: letter }))

/** What people can book. */
export const services: AnyResource = resource({
  id: 'scheduling.services',
  model: Service,
  permission: MANAGED,
  palette: {},
  key: 's',
  icon: 'briefcase',
  label: (service, viewer) => translated(service.name, viewer.locale),
  scope: offeredWithin,
  list: {
    columns: [
      { name: 'name', strong: true },
      { name: 'letter', sort: true },
      { name: 'durationMinutes', sort: true, align: 'end' },
      { name: 'capacity', sort: true, align: 'end' },
      { name: 'active', value: stateOf, sort: true },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['name', 'slug'],
    filters: [
      { name: 'active', kind: 'flag' },
      { name: 'public', kind: 'flag' },
    ],
    defaultSort: 'position',
  },
  form: {
    sections: [
      {
        name: 'texts',
        fields: [
          { name: 'name', kind: 'translated', max: 120, required: true },
          { name: 'description', kind: 'translated', long: true, max: 2000 },
          { name: 'preparation', kind: 'translated', long: true, max: 2000, hint: true },
        ],
      },
      {
        name: 'times',
        fields: [
          {
            name: 'durationMinutes',
            kind: 'minutes',
            min: 5,
            max: 1440,
            default: 30,
            required: true,
          },
          {
            name: 'stepMinutes',
            kind: 'minutes',
            min: 5,
            max: 1440,
            default: 30,
            required: true,
            hint: true,
          },
          { name: 'bufferBeforeMinutes', kind: 'minutes', max: 720, default: 0, required: true },
          {
            name: 'bufferAfterMinutes',
            kind: 'minutes',
            max: 720,
            default: 0,
            required: true,
            hint: true,
          },
          {
            name: 'minNoticeMinutes',
            kind: 'minutes',
            max: 525_600,
            default: 60,
            required: true,
            hint: true,
          },
          {
            name: 'horizonDays',
            kind: 'number',
            min: 1,
            max: 730,
            default: 60,
            required: true,
            hint: true,
          },
        ],
      },
      {
        name: 'places',
        fields: [
          { name: 'locationIds', kind: 'relations', to: locationsOfPanel, required: true },
          requirementsField,
          {
            name: 'capacity',
            kind: 'number',
            min: 1,
            max: 500,
            default: 1,
            required: true,
            hint: true,
          },
        ],
      },
      {
        name: 'booking',
        fields: [
          {
            name: 'slug',
            kind: 'text',
            max: 60,
            pattern: SLUG,
            unique: true,
            required: true,
            hint: true,
          },
          {
            name: 'letter',
            kind: 'choice',
            choices: letters,
            default: 'A',
            required: true,
            hint: true,
          },
          {
            name: 'confirmationMode',
            kind: 'choice',
            choices: CONFIRMATION_MODES,
            default: 'instant',
            required: true,
          },
          {
            name: 'formId',
            kind: 'relation',
            to: () => resourceNamed('forms.definitions'),
            hint: true,
          },
          { name: 'public', kind: 'flag', default: true, hint: true },
          { name: 'active', kind: 'flag', default: true, hint: true },
          { name: 'position', kind: 'number', max: 10_000, default: 0, required: true },
        ],
      },
    ],
    read: readServiceParts,
    store: storeServiceParts,
    removed: removeServiceParts,
  },
  actions: [removal('scheduling.manage', () => services, { fresh: true })],
})

/** Who works for some locations sees what is offered there, and what is not offered anywhere yet. */
function offeredWithin(query: Query<Service>, { locationIds }: Viewer): void {
  if (locationIds === null) return
  const offers = db.from('scheduling_service_locations').select('service_id')
  query.where((reachable) => {
    reachable
      .whereIn('id', offers.clone().whereIn('location_id', locationIds))
      .orWhereNotIn('id', offers)
  })
}

function stateOf(service: Service, viewer: Viewer) {
  const word = !service.active ? 'inactive' : service.public ? 'offered' : 'internal'
  const state = ({ inactive: 'ended', offered: 'called', internal: 'info' } as const)[word]
  return stateCell(state, viewer.t(`scheduling.admin.services.states.${word}`))
}
