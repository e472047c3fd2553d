import {
  removal,
  resource,
  resourceNamed,
  weekWords,
  withinLocations,
  type AnyResource,
  type Viewer,
} from '#core/admin'
import { daysAreInOrder, resourceIsThere } from '#app/scheduling/admin/hours'
import { fillPlan, planIsNew, removePlan, storePlan } from '#app/scheduling/admin/opening_plans'
import { placeFields, seatFields } from '#app/scheduling/admin/place_fields'
import { locationsOfPanel, MANAGED } from '#app/scheduling/admin/resources'
import { OpeningPlan } from '#app/scheduling/models/opening_plan'

/** A plan is found by its first rule alone, so that two people who edit it meet there. */
const IS_FIRST = `not exists (
  select 1 from scheduling_opening_rules as earlier
  where earlier.id < scheduling_opening_rules.id
  and earlier.location_id = scheduling_opening_rules.location_id
  and earlier.internal_seats = scheduling_opening_rules.internal_seats
  and earlier.resource_id is not distinct from scheduling_opening_rules.resource_id
  and earlier.valid_from is not distinct from scheduling_opening_rules.valid_from
  and earlier.valid_to is not distinct from scheduling_opening_rules.valid_to
  and earlier.public_seats is not distinct from scheduling_opening_rules.public_seats)`

const within = withinLocations()

/** Weekly opening hours of a location, or of one resource there. */
export const openingRules: AnyResource = resource({
  id: 'scheduling.opening_rules',
  model: OpeningPlan,
  permission: MANAGED,
  icon: 'clock',
  label: inWords,
  scope: (query, viewer) => {
    within(query, viewer)
    void query.whereRaw(IS_FIRST)
  },
  list: {
    columns: [
      { name: 'hours', value: inWords, strong: true },
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
          { name: 'hours', kind: 'weekly_hours', required: true, hint: true },
          { name: 'validFrom', kind: 'date' },
          { name: 'validTo', kind: 'date' },
        ],
      },
      { name: 'seats', fields: seatFields },
    ],
    check: async ({ values, record, trx }) => ({
      ...(await planIsNew({ values, record, trx })),
      ...(await resourceIsThere(values, trx)),
      ...daysAreInOrder(values, 'validFrom', 'validTo'),
    }),
    fill: fillPlan,
    store: storePlan,
    removed: removePlan,
  },
  actions: [removal('scheduling.manage', () => openingRules)],
})

function inWords({ hours }: OpeningPlan, viewer: Viewer): string {
  return weekWords(hours, viewer).replaceAll('\n', ' · ')
}
