import { mailHost } from '#config/mail'
import { clock } from '#core/platform'
import { inviteText, type CalendarInvite } from '#app/messaging/domain/calendar_invite'
import { mailSender } from '#app/messaging/queries/sender'

/** The entry as a file for "add to calendar"; same UID as in the mails, so it is not doubled. */
export async function calendarFile(invite: CalendarInvite): Promise<string> {
  return inviteText(invite, { organizer: await mailSender(), host: mailHost, stamp: clock.now() })
}
