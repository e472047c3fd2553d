import db from '@adonisjs/lucid/services/db'
import type { RecordedConsent } from '#core/consent'
import { givenConsents, type Answers, type FormField } from '#core/forms'
import { isLocale, FALLBACK_LOCALE, translated } from '#core/organisation'
import { rows, urlFor } from '#core/platform'

type Row = {
  public_id: string
  number: string | null
  created_at: number
  answers: string
  fields: string
  version: number
}

const MOST = 50

/** What somebody agreed to in the forms of their appointments, the latest first. */
export async function consentsOfAppointments(user: { id: number }): Promise<RecordedConsent[]> {
  const found = await rows<Row>(
    db.connection(),
    `select a.public_id, r.number, a.created_at, a.answers, v.fields, v.number as version
     from booking_appointments a
     join scheduling_reservations r on r.id = a.reservation_id
     join customers_customers c on c.id = a.customer_id
     join forms_versions v on v.id = a.form_version_id
     where c.user_id = ? and r.state <> 'held' order by a.id desc limit ?`,
    [user.id, MOST]
  )
  return found.flatMap(consentsIn)
}

function consentsIn({ public_id: id, number, created_at: at, ...row }: Row): RecordedConsent[] {
  const fields = JSON.parse(row.fields) as FormField[]
  return givenConsents(fields, JSON.parse(row.answers) as Answers).map(({ label, locale }) => {
    const read = isLocale(locale) ? locale : FALLBACK_LOCALE
    return {
      ...{ text: translated(label, read), locale: read, version: row.version, at: Number(at) },
      of: { text: number ?? id, href: urlFor('booking.mine.manage.show', { id }) },
    }
  })
}
