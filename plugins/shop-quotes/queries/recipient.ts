import { Customer } from '#core/customers'
import { rows, type Trx } from '#core/platform'

type Row = { first_name: string; last_name: string; email: string | null }
export type Recipient = { to: string; toName: string; firstName: string }

/** To whom mails about an order or a quote go; null where the customer has no address. */
export async function recipientOf(
  trx: Trx,
  { customerId }: { customerId: number }
): Promise<Recipient | null> {
  const sql = `select first_name, last_name, email from ${Customer.table} where id = ?`
  const [{ first_name: firstName, last_name: lastName, email }] = await rows<Row>(trx, sql, [
    customerId,
  ])
  return email === null ? null : { to: email, toName: `${firstName} ${lastName}`.trim(), firstName }
}
