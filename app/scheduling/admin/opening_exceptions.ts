import { removal, resource, withinLocations, type AnyResource } from '#core/admin'
import { daysAreInOrder, resourceIsThere, timesAreInOrder } from '#app/scheduling/admin/hours'
import { followedByDays } from '#app/scheduling/admin/followed_by_days'
import { placeFields, seatFields } from '#app/scheduling/admin/place_fields'
import { locationsOfPanel, MANAGED } from '#app/scheduling/admin/resources'
import { OpeningException } from '#app/scheduling/models/opening_exception'

/** A day that is not closed has hours and places of its own. */
const isOpen = { field: 'closed', is: false }

/** Holidays and other days that differ from the weekly hours. */
export const openingExceptions: AnyResource = resource({
  id: 'scheduling.opening_exceptions',
  model: OpeningException,
  permission: MANAGED,
  icon: 'calendar-off',
  label: (one, viewer) => one.name ?? viewer.formats().dayDate(one.fromDay),
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'fromDay', sort: true, strong: true },
      { name: 'toDay', sort: true },
      { name: 'name', sort: true },
      { name: 'locationId' },
      { name: 'resourceId' },
      {
        name: 'closed',
        value: ({ closed, opens, closes }, viewer) =>
          closed ? viewer.t('scheduling.admin.closed') : `${opens}–${closes}`,
      },
    ],
    search: ['name'],
    filters: [
      { name: 'locationId', kind: 'relation', to: locationsOfPanel },
      { name: 'fromDay', kind: 'days' },
    ],
    defaultSort: '-fromDay',
  },
  form: {
    sections: [
      { name: 'where', fields: [{ name: 'name', kind: 'text', max: 120 }, ...placeFields] },
      {
        name: 'when',
        fields: [
          { name: 'fromDay', kind: 'date', required: true },
          { name: 'toDay', kind: 'date', required: true },
          { name: 'closed', kind: 'flag', default: true, hint: true },
          { name: 'opens', kind: 'time', required: true, when: isOpen },
          { name: 'closes', kind: 'time', required: true, when: isOpen },
        ],
      },
      { name: 'seats', fields: seatFields.map((field) => ({ ...field, when: isOpen })) },
    ],
    check: async ({ values, trx }) => ({
      ...(await resourceIsThere(values, trx)),
      ...daysAreInOrder(values, 'fromDay', 'toDay'),
      ...(values.closed ? {} : timesAreInOrder(values)),
    }),
    ...followedByDays,
  },
  actions: [removal('scheduling.manage', () => openingExceptions)],
})
