import db from '@adonisjs/lucid/services/db'
import { OutboxMail } from '#core/messaging'
import { AnswerEmailChange } from '#app/accounts/jobs/answer_email_change'
import { AnswerRegistration } from '#app/accounts/jobs/answer_registration'
import { PASSWORD, signedIn, someCustomer } from '#tests/accounts/people'
import { ownForms, type OwnForm } from '#tests/kit/own_forms'
import type { HttpClient } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

const USERS = ['accounts_users', 'customers_customers']
const ADDRESS = {
  ...{ label: 'Home', recipient: 'Ada Brandt', street: 'Lindenweg 4', addition: '' },
  ...{ postal_code: '10115', city: 'Berlin', country: 'DE' },
}
let proofs = 0

const customer = async () => signedIn(await someCustomer({ email: 'ada@example.org' }))

async function filled(client: HttpClient, page: string, fields: Record<string, string>) {
  const { action, fields: shown } = (await client.get(page)).form(page.replace(/\/new$/, ''))
  return { client, form: { action, fields: { ...shown, ...fields } } }
}

const registering = () =>
  filled(visitor(), '/register', {
    ...{ first_name: 'Ada', last_name: 'Vornberg', email: 'new@example.org', locale: 'de' },
    altcha: `solved:own-forms-${++proofs}`,
  })

const changing = async () =>
  filled(await customer(), '/account/profile/email', {
    ...{ email: 'new@example.org', current_password: PASSWORD },
  })

/** The link that the newest mail carries. */
async function mailedToken(template: string): Promise<string> {
  const mail = await OutboxMail.query().where({ template }).orderBy('id', 'desc').firstOrFail()
  return (mail.data as { token: string }).token
}

const forms: OwnForm[] = [
  {
    name: 'the profile',
    tables: USERS,
    open: async () => filled(await customer(), '/account/profile', { last_name: 'Brandt-Lay' }),
  },
  {
    name: 'a new postal address',
    tables: ['customers_addresses', 'accounts_users'],
    open: async () => filled(await customer(), '/account/addresses/new', ADDRESS),
  },
  {
    name: 'a changed postal address',
    tables: ['customers_addresses', 'accounts_users'],
    async open() {
      const { client, form } = await filled(await customer(), '/account/addresses/new', ADDRESS)
      await client.post(form.action, form.fields)
      const { public_id: id } = await db.from('customers_addresses').firstOrFail()
      return filled(client, `/account/addresses/${id}`, { city: 'Potsdam' })
    },
  },
  {
    name: 'another e-mail address',
    tables: ['accounts_email_changes', ...USERS],
    open: changing,
  },
  {
    name: 'the link to another e-mail address',
    tables: ['accounts_email_changes', ...USERS],
    async open() {
      const { client, form } = await changing()
      await client.post(form.action, form.fields)
      const { id } = await db.from('accounts_email_changes').firstOrFail()
      await AnswerEmailChange.handle({ changeId: id }, { attempt: 1 })
      const token = await mailedToken('accounts.email_change_link')
      return filled(client, `/account/profile/email/${token}`, {})
    },
  },
  {
    name: 'the registration',
    tables: ['accounts_registrations', 'accounts_users'],
    open: registering,
  },
  {
    name: 'the link of a registration',
    tables: ['accounts_registrations', ...USERS],
    async open() {
      const { client, form } = await registering()
      await client.post(form.action, form.fields)
      const { id } = await db.from('accounts_registrations').firstOrFail()
      await AnswerRegistration.handle({ registrationId: id }, { attempt: 1 })
      const token = await mailedToken('accounts.registration_link')
      const chosen = { password: PASSWORD, password_confirmation: PASSWORD }
      return filled(client, `/register/${token}`, chosen)
    },
  },
]

ownForms('forms of an account', '2026-11-24T08:00:00Z', forms)
