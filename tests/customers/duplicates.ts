import { createCustomer, type Customer, type NewCustomer } from '#core/customers'
import { SYSTEM, transaction } from '#core/platform'
import { JoinDuplicates } from '#app/customers/actions/join_duplicates'
import { aReservation } from '#tests/kit/core_records'
import { aLocation } from '#tests/scheduling/planner'

/** A further record of the same person unless other values say so. */
export const aCustomer = (values: Partial<NewCustomer> = {}) =>
  transaction((trx) =>
    createCustomer(trx, {
      ...{ firstName: 'Anna', lastName: 'Rovente', email: 'anna@example.org', phone: null },
      ...{ locale: 'it', actor: SYSTEM, ...values },
    })
  )

const seen = ({ id, version }: Customer) => ({ id, version })

export const join = (one: Customer, other: Customer) =>
  new JoinDuplicates().handle({
    ...{ kept: seen(one), former: seen(other), fromFormer: [], by: SYSTEM },
  })

export async function twoServed() {
  const location = await aLocation()
  const both = [await aReservation(location), await aReservation(location)]
  const [one, other] = both.map(({ customer }) => customer)
  await one.merge({ email: 'anna@example.org' }).save()
  await other.merge({ lastName: 'Rovente', phone: '+39 050 1234567' }).save()
  return { location, one, other }
}
