import { defineMail } from '#core/messaging'

/** V2: that something is there to read, never what: no file, no name of one. */
type DocumentWords = { publicId: string; firstName: string }

export const DocumentMail = defineMail<DocumentWords>({
  id: 'patient-visits.document',
  view: 'patient_visits::mails/document',
  subject: (_, t) => t('patient-visits.mails.document.subject'),
  sample: () => ({ publicId: 'Zm9vYmFyYmF6cXV4MTIzNA', firstName: 'Ada' }),
})
