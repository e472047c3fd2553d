import { staffWhoMay, type User } from '#core/accounts'
import { currentOrganisation, Location, type Locale } from '#core/organisation'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Quote } from '#plugins/shop-quotes/models/quote'

type Told = { email: string; name: string; locale: Locale }

type About = Pick<Order | Quote, 'assigneeId' | 'locationId'>

/**
 * Who is told what happened to it: whoever looks after it; while nobody does, the mailbox of its
 * location or of the organisation; without one, everybody who may answer. Call it before a
 * transaction.
 */
export async function toldStaff({ assigneeId, locationId }: About): Promise<Told[]> {
  const staff = await staffWhoMay('shop-quotes.work', locationId)
  const assignee = staff.find(({ id }) => id === assigneeId)
  if (assignee) return [personal(assignee)]
  const mailbox = await mailboxOf(locationId)
  return mailbox ? [mailbox] : staff.map(personal)
}

const personal = ({ email, name, locale }: User): Told => ({ email, name, locale })

async function mailboxOf(locationId: number | null): Promise<Told | null> {
  const { email, name, defaultLocale: locale } = await currentOrganisation()
  const location = locationId === null ? null : await Location.find(locationId)
  if (location?.email) return { email: location.email, name: location.name, locale }
  return email === null ? null : { email, name, locale }
}
