import type { CalendarInvite } from '#app/messaging/domain/calendar_invite'

/** Translates a key in the recipient's language. */
export type Translate = (key: string, values?: Record<string, unknown>) => string

export type FileAttachment = { filename: string; content: string | Buffer; contentType: string }
export type MailAttachment = FileAttachment | CalendarInvite

/** A kind of mail. `data` is stored as JSON and rendered when it is delivered. */
export type MailType<D extends object> = {
  /** Prefixed with its module or plugin, e.g. `booking.ticket`. */
  id: string
  /**
   * Edge template of the HTML part, given `data`, `t`, `locale`, `mailUrl`, `formats` and
   * `organisation`. The text part comes from `<view>_text` where that exists, else from the HTML.
   */
  view: string
  subject: (data: D, t: Translate) => string
  attachments?: (data: D, t: Translate) => MailAttachment[] | Promise<MailAttachment[]>
  /** Invented data with which staff preview the mail, in the language of the preview. */
  sample: (t: Translate) => D
  /** Carries a secret: staff never see or resend it, and its data go once it is sent. */
  confidential?: boolean
}

export type MailDefinition = Omit<MailType<never>, 'sample'> & {
  sample: (t: Translate) => object
}

export const defineMail = <D extends object>(mail: MailType<D>): MailType<D> => mail

/** The job that delivers a mail; what it does is in `jobs/deliver_mail.ts`. */
export const DELIVER_MAIL = { id: 'messaging.deliver' }
