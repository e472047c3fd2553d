import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'

/** So many of one account; more are hardly told apart. */
export const MOST_PROFILES = 20

/** Those of an account, the one that is offered first on top. */
export const billingProfilesOf = (userId: number): Promise<BillingProfile[]> =>
  BillingProfile.query().where({ userId }).orderBy('isDefault', 'desc').orderBy('id').exec()

/** One of this account; a foreign one is not there. */
export const billingProfileOf = (
  userId: number,
  publicId: string
): Promise<BillingProfile | null> => BillingProfile.query().where({ userId, publicId }).first()

/** The one that was chosen for a cart, unless it is gone. */
export async function chosenProfileOf(
  userId: number,
  id: number | null | undefined
): Promise<BillingProfile | null> {
  return id ? BillingProfile.query().where({ userId, id }).first() : null
}
