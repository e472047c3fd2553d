import { resourceNamed, type Field } from '#core/admin'
import { locationsOfPanel } from '#app/scheduling/admin/resources'

/** A location, and one resource there unless all of them are meant. */
export const placeFields: Field[] = [
  { name: 'locationId', kind: 'relation', to: locationsOfPanel, required: true },
  {
    name: 'resourceId',
    kind: 'relation',
    to: () => resourceNamed('scheduling.resources'),
    empty: true,
    hint: true,
  },
]

/** How many places everybody may take, and how many more staff alone. */
export const seatFields: Field[] = [
  { name: 'publicSeats', kind: 'number', max: 500, hint: true },
  { name: 'internalSeats', kind: 'number', max: 500, default: 0, required: true, hint: true },
]
