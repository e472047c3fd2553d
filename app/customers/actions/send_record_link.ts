import { queueMail } from '#core/messaging'
import { transaction, type Actor } from '#core/platform'
import { giveRecordLink } from '#app/customers/actions/give_record_link'
import { RecordLinkMail } from '#app/customers/mails/record_link_mail'
import type { Customer } from '#app/customers/models/customer'

/** Staff send the link of a record to the address that stands on it. */
export async function sendRecordLink(customer: Customer, actor: Actor): Promise<void> {
  const { id, email, name, locale } = customer
  if (email === null) throw new Error(`Customer ${id} has no address to send a link to`)
  await transaction(async (trx) => {
    const token = await giveRecordLink(trx, { customerId: id, actor })
    await queueMail(trx, RecordLinkMail, {
      to: email,
      toName: name,
      locale,
      data: { name, token },
      about: { object: 'customers.customer', id },
    })
  })
}
