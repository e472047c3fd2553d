import { audit } from '#core/audit'
import type { Actor, Trx } from '#core/platform'
import { Customer } from '#app/customers/models/customer'

type Move = { userId: number; from: string; to: string; actor: Actor }

/**
 * The records of an account that stand under its earlier address follow to the new one. Those
 * under another address keep it: somebody may have entered that of a child on purpose.
 */
export async function replaceEmail(trx: Trx, { userId, from, to, actor }: Move): Promise<void> {
  const records = await Customer.query({ client: trx }).where({ userId, email: from }).forUpdate()
  for (const record of records) {
    await record.merge({ email: to, version: record.version + 1 }).save()
    await audit(trx, {
      actor,
      action: 'customers.email_followed',
      object: 'customers.customer',
      objectId: record.id,
      changes: { email: [from, to] },
    })
  }
}
