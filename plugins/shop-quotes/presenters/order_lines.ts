import db from '@adonisjs/lucid/services/db'
import { presentAnswers } from '#core/forms'
import { translated, type Formats, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { Reservation } from '#core/scheduling'
import type { Totals } from '#plugins/shop-quotes/domain/totals'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { bookedOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import { appointedLines } from '#plugins/shop-quotes/queries/line_appointments'
import { filledForms, type Filled } from '#plugins/shop-quotes/queries/filled_forms'

type Words = (key: string, values?: Record<string, unknown>) => string
type Reader = { t: Words; locale: Locale; write: Formats; writeIn: (zone: string) => Formats }

/** What was ordered, with what was answered, and what it comes to; for the desk. */
export async function presentOrderLines({ lines, currency, totals }: Order, reader: Reader) {
  const { t } = reader
  const filled = await filledForms(lines.flatMap(({ filledFormId }) => filledFormId ?? []))
  const ordered = lines.toSorted((one, other) => one.position - other.position)
  const end = { align: 'end' }
  return {
    columns: [
      { label: t('shop-quotes.documents.columns.name'), strong: true },
      { label: t('shop-quotes.documents.columns.quantity'), ...end },
      { label: t('shop-quotes.documents.columns.price'), ...end },
      { label: t('shop-quotes.documents.columns.vat'), ...end },
      { label: t('shop-quotes.documents.columns.amount'), ...end },
    ],
    rows: ordered.map((line) => ({ cells: cellsOf(line, currency, reader) })),
    sums: sumsOf(totals, currency, reader),
    answers: [
      ...ordered.flatMap((line) => answersOf(line, filled, reader)),
      ...(await appointmentsOf(ordered, reader)),
    ],
  }
}

const percent = (bp: number, { t, write }: Pick<Reader, 't' | 'write'>) =>
  t('shop-quotes.documents.percent', { figure: write.number(bp / 100) })

function cellsOf(line: OrderLine, currency: string, reader: Reader) {
  const { t, write, locale } = reader
  const { name, quantity, unitPriceMinor, basis, discountBp, rateBp, amountMinor } = line
  const discount =
    discountBp > 0
      ? t('shop-quotes.documents.discount', { percent: percent(discountBp, reader) })
      : ''
  const note = [t(`shop-quotes.documents.bases.${basis}`), discount].filter(Boolean).join(' · ')
  return [
    translated(name, locale),
    write.number(Number(quantity)),
    { text: write.money(unitPriceMinor, currency), note },
    percent(rateBp, reader),
    write.money(amountMinor, currency),
  ]
}

function sumsOf(totals: Totals, currency: string, reader: Reader) {
  const { t, write } = reader
  const { netMinor, taxes, roundingMinor, totalMinor, wholeDiscountBp } = totals
  const money = (minor: number) => write.money(minor, currency)
  const vat = ({ rateBp, netMinor: base }: Totals['taxes'][number]) =>
    t('shop-quotes.documents.vat', { rate: percent(rateBp, reader), base: money(base) })
  const discount = { label: t('shop-quotes.quotes.offer.whole_discount') }
  return [
    ...(wholeDiscountBp ? [{ ...discount, text: percent(wholeDiscountBp, reader) }] : []),
    { label: t('shop-quotes.documents.net'), text: money(netMinor) },
    ...taxes.map((tax) => ({ label: vat(tax), text: money(tax.taxMinor) })),
    ...(roundingMinor === 0
      ? []
      : [{ label: t('shop-quotes.documents.rounding'), text: money(roundingMinor) }]),
    { label: t('shop-quotes.documents.total'), text: money(totalMinor), strong: true },
  ]
}

/** The appointment that comes with a line, and the day of the planner on which it is. */
async function appointmentsOf(lines: readonly OrderLine[], reader: Reader) {
  if (lines.every(({ bookableServiceId }) => bookableServiceId === null)) return []
  const appointed = await appointedLines(db.connection(), lines[0].orderId)
  const shown: { service: string; items: object[] }[] = []
  for (const { line, reservation } of appointed) {
    const isBooked = reservation?.state === 'confirmed'
    const items = isBooked
      ? await presentAtDesk(reservation, reader)
      : [{ label: label(reader, 'one'), text: label(reader, 'not_chosen') }]
    shown.push({ service: translated(line.name, reader.locale), items })
  }
  return shown
}

const label = ({ t }: Reader, word: string) => t(`shop-quotes.appointments.${word}`)

async function presentAtDesk(reservation: Reservation, reader: Reader) {
  const { location } = await bookedOffer(reservation)
  const { startsAt, endsAt, number, day: date, outcome } = reservation
  const written = reader.writeIn(location.zone)
  const when = `${written.dateTime(startsAt)}–${written.time(endsAt)}`
  return [
    {
      label: label(reader, 'one'),
      text: [number, when].filter(Boolean).join(' · '),
      href: urlFor('scheduling.day', {}, { date, location: location.id }),
    },
    { label: label(reader, 'fields.place'), text: location.name },
    {
      label: reader.t('shop-quotes.admin.orders.fields.state'),
      text: reader.t(`scheduling.admin.states.${outcome ?? 'confirmed'}`),
    },
  ]
}

/** What a line’s form asked and the customer answered; files lead to where staff may read them. */
function answersOf(line: OrderLine, filled: Map<number, Filled>, { locale }: Reader) {
  const own = filled.get(line.filledFormId ?? 0)
  if (!own) return []
  const items = presentAnswers(own.version.fields, own.form.answers, locale).map((answer) => ({
    label: answer.label,
    text: answer.value,
    href: answer.file === undefined ? undefined : urlFor('files.show', { id: answer.file }),
  }))
  return items.length > 0 ? [{ service: translated(line.name, locale), items }] : []
}
