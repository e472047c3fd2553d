import {
  removal,
  resource,
  resourceNamed,
  withinLocations,
  type AnyResource,
  type Viewer,
} from '#core/admin'
import { daysAreInOrder, resourceIsThere, timesAreInOrder } from '#app/scheduling/admin/hours'
import { followedByDays } from '#app/scheduling/admin/followed_by_days'
import { placeFields, seatFields } from '#app/scheduling/admin/place_fields'
import { locationsOfPanel, MANAGED } from '#app/scheduling/admin/resources'
import { OpeningRule } from '#app/scheduling/models/opening_rule'

const WEEK = [1, 2, 3, 4, 5, 6, 7]

const weekdays = ({ formats }: Viewer) =>
  WEEK.map((day) => ({ value: String(day), label: formats().weekday(day) }))

const daysOf = ({ weekdays: days }: OpeningRule, { formats }: Viewer) =>
  formats().list(days.toSorted().map((day) => formats().weekdayShort(day)))

const hoursOf = ({ opens, closes }: OpeningRule) => `${opens}–${closes}`

/** Weekly opening hours of a location, or of one resource there. */
export const openingRules: AnyResource = resource({
  id: 'scheduling.opening_rules',
  model: OpeningRule,
  permission: MANAGED,
  icon: 'clock',
  label: (rule, viewer) => `${daysOf(rule, viewer)} ${hoursOf(rule)}`,
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'weekdays', value: daysOf, strong: true },
      { name: 'opens', value: hoursOf, sort: true },
      { name: 'locationId' },
      { name: 'resourceId' },
      { name: 'validFrom', sort: true },
      { name: 'validTo', sort: true },
    ],
    search: [],
    filters: [
      { name: 'locationId', kind: 'relation', to: locationsOfPanel },
      { name: 'resourceId', kind: 'relation', to: () => resourceNamed('scheduling.resources') },
    ],
    defaultSort: 'id',
  },
  form: {
    sections: [
      { name: 'where', fields: placeFields },
      {
        name: 'when',
        fields: [
          { name: 'weekdays', kind: 'choices', choices: weekdays, numbers: true, required: true },
          { name: 'opens', kind: 'time', required: true },
          { name: 'closes', kind: 'time', required: true, hint: true },
          { name: 'validFrom', kind: 'date' },
          { name: 'validTo', kind: 'date' },
        ],
      },
      { name: 'seats', fields: seatFields },
    ],
    check: async ({ values, trx }) => ({
      ...(await resourceIsThere(values, trx)),
      ...timesAreInOrder(values),
      ...daysAreInOrder(values, 'validFrom', 'validTo'),
    }),
    ...followedByDays,
  },
  actions: [removal('scheduling.manage', () => openingRules)],
})
