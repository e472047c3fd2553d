import { removal, resource, resourceNamed, withinLocations, type AnyResource } from '#core/admin'
import { Resource, RESOURCE_KINDS } from '#app/scheduling/models/resource'

export const locationsOfPanel = () => resourceNamed('organisation.locations')
export const MANAGED = { view: 'scheduling.view', manage: 'scheduling.manage' }

/** Rooms, people, devices and counters that appointments occupy. */
export const resources: AnyResource = resource({
  id: 'scheduling.resources',
  model: Resource,
  permission: MANAGED,
  palette: {},
  key: 'r',
  icon: 'armchair',
  label: (one) => one.name,
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'kind', sort: true },
      { name: 'locationId' },
      { name: 'units', sort: true, align: 'end' },
      { name: 'position', sort: true, align: 'end' },
      { name: 'active', sort: true },
    ],
    search: ['name'],
    filters: [
      { name: 'locationId', kind: 'relation', to: locationsOfPanel },
      { name: 'kind', kind: 'choice', choices: RESOURCE_KINDS },
      { name: 'active', kind: 'flag' },
    ],
    defaultSort: 'position',
  },
  show: {
    columns: ['name', 'locationId', 'kind', 'units', 'position', 'active'].map((name) => ({
      name,
    })),
  },
  form: {
    fields: [
      {
        name: 'locationId',
        kind: 'relation',
        to: locationsOfPanel,
        required: true,
        only: 'create',
      },
      { name: 'name', kind: 'text', max: 120, required: true },
      { name: 'kind', kind: 'choice', choices: RESOURCE_KINDS, default: 'room', required: true },
      { name: 'units', kind: 'number', min: 1, max: 500, default: 1, required: true, hint: true },
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
  },
  actions: [removal('scheduling.manage', () => resources, { fresh: true })],
})
