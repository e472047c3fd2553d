import type { FormField } from '#core/forms'
import { anOffer, NOW, pathOf, PERSON, solved, Visit } from '#plugins/booking/tests/visit'
import { ownForms, type OwnForm } from '#tests/kit/own_forms'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const TABLES = [
  ...['booking_drafts', 'booking_appointments', 'scheduling_reservations'],
  ...['customers_customers', 'accounts_users'],
]
const FIELDS: FormField[] = [
  { key: 'people', kind: 'number', label: { en: 'People' }, required: true, min: 1, max: 12 },
]
const NINE = rome('2027-01-19 09:00')
const DETAILS = { ...PERSON, 'answers[people]': '2' }

async function aVisit(): Promise<Visit> {
  return new Visit(visitor(), await anOffer({ fields: FIELDS }))
}

const forms: OwnForm[] = [
  {
    name: 'the choice of a time',
    tables: TABLES,
    async open() {
      const { client, offer } = await aVisit()
      const action = `${pathOf(offer)}/choices`
      return { client, form: { action, fields: { starts_at: String(NINE) } } }
    },
  },
  {
    name: 'the details',
    tables: TABLES,
    async open() {
      const visit = await aVisit()
      await visit.choose(NINE)
      return { client: visit.client, form: { action: visit.draft(), fields: DETAILS } }
    },
  },
  {
    name: 'the confirmation',
    tables: TABLES,
    async open() {
      const visit = await aVisit()
      await visit.choose(NINE)
      await visit.enter(DETAILS)
      const action = visit.draft('/confirmation')
      return { client: visit.client, form: { action, fields: { altcha: solved() } } }
    },
  },
]

ownForms('public booking', NOW, forms)
