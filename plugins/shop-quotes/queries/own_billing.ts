import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'

/** To whom papers of an account can be made out, the one that it prefers first. */
export const ownBilling = (userId: number): Promise<BillingProfile[]> =>
  BillingProfile.query().where({ userId }).orderBy('isDefault', 'desc').orderBy('id')
