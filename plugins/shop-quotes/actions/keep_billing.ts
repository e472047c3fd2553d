import { isDeepStrictEqual } from 'node:util'
import { rows, transaction, updateRows, clock, type Result, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { MOST_PROFILES } from '#plugins/shop-quotes/queries/billing_profiles'

type NewProfile = { userId: number; billing: Billing; formKey: string }
type Kept = Result<{ id: number; publicId: string }, 'too_many'>

/** S5: keeps whom papers are made out to, each once; the first is offered first from then on. */
export const keepBilling = ({ userId, billing, formKey }: NewProfile): Promise<Kept> =>
  transaction((trx) =>
    onceOnly(trx, `shop-quotes.billing:${userId}`, formKey, async (): Promise<Kept> => {
      const known = await BillingProfile.query({ client: trx }).where({ userId })
      const same = known.find((profile) => isDeepStrictEqual(profile.billing, billing))
      if (same) return { ok: true, id: same.id, publicId: same.publicId }
      if (known.length >= MOST_PROFILES) return { ok: false, reason: 'too_many' }
      const values = { userId, billing, isDefault: known.length === 0 }
      const { id, publicId } = await BillingProfile.create(values, { client: trx })
      return { ok: true, id, publicId }
    })
  )

/** False: somebody else was faster. */
export async function changeBilling(
  { id, version }: Pick<BillingProfile, 'id' | 'version'>,
  billing: Billing
): Promise<boolean> {
  const changes = { billing, version: version + 1, updatedAt: clock.now() }
  return transaction(
    async (trx) => (await updateRows(trx, BillingProfile, { id, version }, changes)) === 1
  )
}

/** The one that checkout offers first; there is always one. */
export const preferBilling = ({ id, userId }: BillingProfile): Promise<void> =>
  transaction((trx) => prefer(trx, { id, userId }))

export const removeBilling = ({ id, userId, isDefault }: BillingProfile): Promise<void> =>
  transaction(async (trx) => {
    await BillingProfile.query({ client: trx }).where({ id, userId }).delete()
    if (!isDefault) return
    const next = await BillingProfile.query({ client: trx }).where({ userId }).orderBy('id').first()
    if (next) await prefer(trx, next)
  })

async function prefer(trx: Trx, { id, userId }: Pick<BillingProfile, 'id' | 'userId'>) {
  const sql = `update ${BillingProfile.table}
    set is_default = (id = ?), version = version + 1, updated_at = ? where user_id = ?`
  await rows(trx, sql, [id, clock.now(), userId])
}
