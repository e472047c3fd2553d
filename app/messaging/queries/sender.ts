import { senderAddress } from '#config/mail'
import { currentOrganisation } from '#core/organisation'
import type { Person } from '#app/messaging/domain/calendar_invite'

/** Who mails come from: the organisation's name with the address the mail server accepts. */
export async function mailSender(): Promise<Person> {
  const { name } = await currentOrganisation()
  return { name: name || 'Sportello', email: senderAddress }
}
