import vine from '@vinejs/vine'

/** How long each may be says the domain, so that what was typed comes back at its field. */
const typed = vine.string().maxLength(2000).optional()

/** What was typed; which of it is asked depends on the country. */
export const typedBillingValidator = vine.create({
  kind: vine.enum(['person', 'company']).optional(),
  country: vine.string().maxLength(20).optional(),
  first_name: typed.clone(),
  last_name: typed.clone(),
  company_name: typed.clone(),
  street: typed.clone(),
  postal_code: typed.clone(),
  city: typed.clone(),
  region: typed.clone(),
  tax_id: typed.clone(),
  vat_id: typed.clone(),
  sdi_code: typed.clone(),
  pec: typed.clone(),
  /** Only shows the fields of another country, with what was typed kept. */
  show: vine.string().maxLength(20).optional(),
})

/** `version`: of the profile whose form was shown. */
export const updateBillingValidator = vine.create({
  version: vine.number().withoutDecimals().min(1).max(1_000_000_000),
})

export const storeBillingValidator = vine.create({ form_key: vine.string().maxLength(64) })
