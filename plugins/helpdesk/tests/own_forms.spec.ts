import { aHelpdesk, NOW } from '#plugins/helpdesk/tests/helpdesk'
import {
  answers,
  aPortal,
  aProposal,
  EMAIL,
  MINE,
  type Portal,
} from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { ownForms, type OwnForm } from '#tests/kit/own_forms'

const TABLES = ['helpdesk_tickets', 'helpdesk_entries', 'customers_customers']

/** The form of a step on the page of a ticket, filled in. */
const step = (
  name: string,
  fields: Record<string, string>,
  portal: () => Promise<Portal>
): OwnForm => ({
  name: `the ${name}`,
  tables: TABLES,
  async open() {
    const { client, page } = await portal()
    const form = (await client.get(`${page}/${name}`)).form(`/${name}`)
    return { client, form: { ...form, fields: { ...form.fields, ...fields } } }
  },
})

async function closed(): Promise<Portal> {
  const portal = await aProposal()
  await answers(portal, { answer: 'accept' })
  return portal
}

const forms: OwnForm[] = [
  {
    name: 'the opening',
    tables: TABLES,
    async open() {
      const { key } = await aHelpdesk()
      const client = await signedIn(await someCustomer({ email: EMAIL }))
      const page = await client.get(`${MINE}/new/form?need=${key}`)
      const form = page.forms().find(({ action }) => action === MINE)!
      const words = { urgency: 'low', description: 'It prints nothing.' }
      return { client, form: { ...form, fields: { ...form.fields, ...words } } }
    },
  },
  step('addition', { text: 'More.' }, aPortal),
  step('solution', { answer: 'reject', text: 'Still blank.' }, aProposal),
  step('cancellation', { text: 'Done.' }, aPortal),
  step('withdrawal', { text: 'Wrong.' }, closed),
  step('reopening', { text: 'Again.' }, closed),
  step('rating', { rating: '5', comment: 'Quick.' }, closed),
]

ownForms('the pages of a ticket', NOW, forms)
