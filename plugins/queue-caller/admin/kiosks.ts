import { resource, withinLocations, type AnyResource } from '#core/admin'
import {
  languagesField,
  linesAreThere,
  linesField,
  placeFields,
} from '#plugins/queue-caller/admin/displays'
import { followed } from '#plugins/queue-caller/admin/followed'
import { removeDisplay } from '#plugins/queue-caller/admin/remove_display'
import { locationsOfPanel, SET_UP } from '#plugins/queue-caller/admin/rights'
import { KIOSK } from '#plugins/queue-caller/devices'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'

/** What a ticket dispenser offers; a device is paired with one of them. */
export const kiosks: AnyResource = resource({
  id: 'queue-caller.kiosks',
  model: Kiosk,
  permission: SET_UP,
  icon: 'printer',
  label: ({ name }) => name,
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'locationId', sort: true, thenBy: 'name' },
      { name: 'locales' },
    ],
    search: ['name'],
    filters: [{ name: 'locationId', kind: 'relation', to: locationsOfPanel }],
    defaultSort: 'name',
  },
  show: {
    columns: [
      { name: 'name' },
      { name: 'locationId', to: locationsOfPanel },
      { name: 'lineIds' },
      { name: 'locales' },
    ],
  },
  form: {
    fields: [...placeFields, linesField(), languagesField],
    check: linesAreThere,
    read: async ({ lineIds }: Kiosk) => ({ lineIds }),
    ...followed,
  },
  actions: [removeDisplay(KIOSK, () => kiosks)],
})
