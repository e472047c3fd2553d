import { defineMail } from '#core/messaging'

type ReportNews = { id: number; page: string | null; wantsAnswer: boolean }

/** Tells the organisation of a new report. What was written, and by whom, is read in the panel. */
export const ReportMail = defineMail<ReportNews>({
  id: 'feedback.report',
  view: 'feedback/mails/report',
  subject: (_, t) => t('feedback.mails.report.subject'),
  sample: () => ({ id: 1, page: '/contact', wantsAnswer: true }),
})
