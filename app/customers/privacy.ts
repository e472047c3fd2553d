import { dataMap, notPersonal, personal, type PersonalRule } from '#core/privacy'

/** Who is served and how to reach them; kept a year after the last thing done for them. */
const contact: PersonalRule = {
  purpose: 'contact',
  basis: 'contract',
  retention: { months: 12 },
  export: true,
  erase: 'delete',
}

/** Kept by the person themselves, until they remove it or leave. */
const postal: PersonalRule = { ...contact, retention: 'with_owner' }

/** Opens a record to whoever holds it, for two weeks. */
const secret: PersonalRule = {
  purpose: 'security',
  basis: 'legitimate_interest',
  retention: { months: 1 },
  export: false,
  erase: 'delete',
}

export default dataMap({
  customers_customers: {
    ...notPersonal('id', 'public_id', 'user_id', 'locale', 'created_at', 'updated_at', 'version'),
    ...personal(contact, 'first_name', 'last_name', 'email', 'phone'),
    ...personal({ ...contact, export: false }, 'search', 'phone_tail'),
  },
  customers_former_ids: {
    ...notPersonal('former_id', 'joined_at'),
    ...personal({ ...contact, export: false }, 'customer_id'),
  },
  customers_record_links: {
    ...notPersonal('id', 'customer_id', 'created_at', 'expires_at', 'used_at'),
    ...personal(secret, 'hash'),
  },
  customers_addresses: {
    ...notPersonal('id', 'public_id', 'user_id', 'is_default'),
    ...notPersonal('created_at', 'updated_at', 'version'),
    ...personal(
      postal,
      'label',
      'recipient',
      'street',
      'addition',
      'postal_code',
      'city',
      'country'
    ),
  },
})
