import { removal, resource, withinLocations, type AnyResource } from '#core/admin'
import { ZONES } from '#app/organisation/domain/zones'
import { Location } from '#app/organisation/models/location'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

const zones = () => ZONES.map((zone) => ({ value: zone, label: zone }))

export const locations: AnyResource = resource({
  id: 'organisation.locations',
  model: Location,
  permission: { view: 'organisation.manage', manage: 'organisation.manage' },
  palette: {},
  icon: 'map-pin',
  label: (location) => location.name,
  scope: withinLocations('id'),
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'slug', sort: true },
      { name: 'address' },
      { name: 'zone', sort: true },
      { name: 'active', sort: true },
    ],
    search: ['name', 'slug', 'address'],
    filters: [{ name: 'active', kind: 'flag' }],
    defaultSort: 'name',
  },
  form: {
    fields: [
      { name: 'name', kind: 'text', max: 120, required: true },
      {
        name: 'slug',
        kind: 'text',
        max: 60,
        pattern: SLUG,
        unique: true,
        required: true,
        hint: true,
      },
      { name: 'address', kind: 'long_text', max: 500, rows: 3 },
      { name: 'zone', kind: 'choice', choices: zones, default: 'Europe/Berlin', required: true },
      { name: 'phone', kind: 'phone' },
      { name: 'email', kind: 'email' },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
  },
  actions: [removal('organisation.manage', () => locations, { fresh: true })],
})
