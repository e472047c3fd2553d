import { queueMail } from '#core/messaging'
import { currentOrganisation, type Locale, type Organisation } from '#core/organisation'
import { transaction, type Trx } from '#core/platform'
import { onceOnly, type Admission } from '#core/web'
import { ReportMail } from '#app/feedback/mails/report_mail'
import { Report } from '#app/feedback/models/report'
import { withoutOwnSecrets } from '#app/feedback/queries/own_pages'

type Told = {
  page?: string
  problem: string
  name?: string
  email?: string
  locale: Locale
}

type Input = {
  told: Told
  /** Of the form: sent twice, it is one report. */
  key: string
  admit: (trx: Trx) => Promise<Admission>
}

/** V5: keeps what somebody tells of a barrier, and lets the organisation know. */
export async function reportBarrier({ told, key, admit }: Input): Promise<Admission> {
  const organisation = await currentOrganisation()
  return transaction((trx) =>
    onceOnly(trx, 'feedback.report', key, async () => {
      const admitted = await admit(trx)
      if (admitted.ok) await write(trx, told, organisation)
      return admitted
    })
  )
}

async function write(trx: Trx, told: Told, { email, name, defaultLocale }: Organisation) {
  const page = told.page ? withoutOwnSecrets(told.page) : null
  const row = {
    ...{ page, problem: withoutOwnSecrets(told.problem), locale: told.locale },
    ...{ name: told.name ?? null, email: told.email ?? null },
  }
  const { id, publicId } = await Report.create(row, { client: trx })
  if (email === null) return
  await queueMail(trx, ReportMail, {
    ...{ to: email, toName: name, locale: defaultLocale },
    data: { id, page, wantsAnswer: row.email !== null },
    dedupeKey: `${ReportMail.id}:${publicId}`,
    about: { object: 'feedback.report', id },
  })
}
