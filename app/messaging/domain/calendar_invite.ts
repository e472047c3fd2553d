import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

export type InviteMethod = 'REQUEST' | 'CANCEL'

/** An appointment for the recipient's calendar; becomes `invite.ics` when the mail is written. */
export type CalendarInvite = {
  /** Same over the life of the appointment, so that a change moves the entry it made. */
  uid: string
  /** Grows with every change, CANCEL included. */
  sequence: number
  method: InviteMethod
  /** Epoch milliseconds. */
  startsAt: number
  endsAt: number
  summary: string
  description?: string
  /** One line: name and address of the place. */
  location?: string
  url?: string
}

export type Person = { name: string; email: string }

export type InviteParties = {
  /** The sender of the mail: calendars ignore invitations from anybody else. */
  organizer: Person
  /** Left out in a file for download, which then only adds the entry. */
  attendee?: Person
  host: string
  /** When this version was written, epoch milliseconds. */
  stamp: number
}

/**
 * Attaches a calendar entry to a mail: REQUEST when it is made or moved (with a higher sequence),
 * CANCEL when it is called off.
 */
export const calendarInvite = (invite: CalendarInvite): CalendarInvite => invite

/** An invite as iCalendar text. Times are UTC, right in every zone and on every clock change. */
export function inviteText(invite: CalendarInvite, parties: InviteParties): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Sportello', product: 'Front desk', language: 'EN' },
    method: parties.attendee ? ICalCalendarMethod[invite.method] : ICalCalendarMethod.PUBLISH,
  })
  const isCancelled = invite.method === 'CANCEL'
  const event = calendar.createEvent(entryOf(invite, parties))
  event.status(isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED)
  if (parties.attendee) {
    event.createAttendee({
      ...parties.attendee,
      role: ICalAttendeeRole.REQ,
      status: isCancelled ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    })
  }
  return calendar.toString()
}

function entryOf(invite: CalendarInvite, parties: InviteParties) {
  return {
    id: `${invite.uid}@${parties.host}`,
    sequence: invite.sequence,
    stamp: new Date(parties.stamp),
    start: new Date(invite.startsAt),
    end: new Date(invite.endsAt),
    summary: invite.summary,
    description: invite.description,
    location: invite.location,
    url: invite.url,
    organizer: parties.organizer,
  }
}
