import { dataMap, notPersonal, personal, type PersonalRule } from '#core/privacy'

/** Tells one visitor of a day from another; gone with its salt in the night after. */
const visit: PersonalRule = {
  purpose: 'statistics',
  basis: 'consent',
  retention: { months: 1 },
  // Nobody can be found by it, the person asking included.
  export: false,
  erase: 'delete',
}

export default dataMap({
  statistics_counts: notPersonal('day', 'kind', 'name', 'amount'),
  statistics_salts: notPersonal('day', 'salt'),
  statistics_visitors: {
    ...notPersonal('day'),
    ...personal(visit, 'visitor', 'last_at'),
  },
})
