import type { HttpContext } from '@adonisjs/core/http'
import { qrCode } from '#core/documents'
import { Location } from '#core/organisation'
import { keptRows, urlFor } from '#core/platform'
import { ibanText, referenceText, transferCode } from '#plugins/shop-quotes/domain/bank_transfer'
import { deskPlaces } from '#plugins/shop-quotes/domain/desk_places'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import { TRIALS } from '#plugins/shop-quotes/domain/trial'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Payment } from '#plugins/shop-quotes/models/payment'
import { bankAccount } from '#plugins/shop-quotes/queries/bank_account'

/** What is to be paid: the open try, its amount and its last day in words. */
export type Due = { order: Order; payment: Payment; amount: string; lastDay: string | null }

type Line = { label: string; text: string; href?: string }
type Button = { label: string; tone?: string; name?: string; value?: string }

/** What a customer sees of a way to pay. */
export type Way = {
  lead: string
  lines?: Line[]
  code?: { path: string; size: number; label: string; note: string }
  /** The next step, a link: also to the page of a provider. */
  go?: { label: string; href: string; iconEnd?: string }
  form?: { action: string; buttons: Button[] }
}

type Present = (ctx: HttpContext, due: Due) => Promise<Way>

/** How each way to pay is shown; the compiler asks for a further one. */
export const WAYS_TO_PAY: Record<Method, Present> = {
  bank_transfer: presentTransfer,
  desk: presentDesk,
  stripe: presentStripe,
  test: presentTest,
}

const wordsOf =
  ({ i18n }: HttpContext) =>
  (key: string, values?: Record<string, string>) =>
    i18n.t(`shop-quotes.payments.${key}`, values)

const dueLines = (ctx: HttpContext, { amount, lastDay }: Due): Line[] => {
  const say = wordsOf(ctx)
  return [
    { label: say('amount'), text: amount },
    ...(lastDay ? [{ label: say('last_day'), text: lastDay }] : []),
  ]
}

async function presentTransfer(ctx: HttpContext, due: Due): Promise<Way> {
  const say = wordsOf(ctx)
  const account = await bankAccount()
  if (!account) return { lead: say('no_account'), lines: dueLines(ctx, due) }
  const { order, payment } = due
  const { holder, iban, bic } = account
  const { amountMinor, currency } = payment
  const { reference } = order
  const where = { name: holder, iban, ...(bic ? { bic } : {}) }
  const coded = transferCode({ ...where, amountMinor, currency, reference })
  return {
    lead: say('methods.bank_transfer.lead'),
    lines: [
      { label: say('holder'), text: holder },
      { label: say('iban'), text: ibanText(iban) },
      ...(bic ? [{ label: say('bic'), text: bic }] : []),
      { label: say('reference'), text: referenceText(reference) },
      ...dueLines(ctx, due),
    ],
    ...(coded.ok
      ? { code: { ...qrCode(coded.code), label: say('code'), note: say('code_note') } }
      : {}),
  }
}

async function presentDesk(ctx: HttpContext, due: Due): Promise<Way> {
  const say = wordsOf(ctx)
  const { number, locationId } = due.order
  const where = deskPlaces(await keptRows(Location), locationId).map((text) => ({
    ...{ label: say('where'), text },
  }))
  return {
    lead: say('methods.desk.lead'),
    lines: [{ label: say('order_number'), text: number }, ...dueLines(ctx, due), ...where],
    go: { label: say('opening_hours'), href: urlFor('organisation.contact.show') },
  }
}

async function presentStripe(ctx: HttpContext, due: Due): Promise<Way> {
  const say = wordsOf(ctx)
  const { order, payment } = due
  const at = { id: order.publicId }
  const lines = dueLines(ctx, due)
  if (payment.state === 'created' || !payment.providerUrl) {
    const action = urlFor('shop-quotes.payments.store', at)
    const buttons = [{ label: say('methods.stripe.begin'), name: 'method', value: 'stripe' }]
    return { lead: say('methods.stripe.lead'), lines, form: { action, buttons } }
  }
  const action = urlFor('shop-quotes.payment_checks.store', at)
  const buttons = [{ label: say('methods.stripe.check'), tone: 'secondary' }]
  const form = { action, buttons }
  if (payment.state === 'awaited') return { lead: say('methods.stripe.awaited'), lines, form }
  const go = {
    label: say('methods.stripe.go'),
    href: payment.providerUrl,
    iconEnd: 'external-link',
  }
  return { lead: say('methods.stripe.ready'), lines, go, form }
}

async function presentTest(ctx: HttpContext, due: Due): Promise<Way> {
  const say = wordsOf(ctx)
  const action = urlFor('shop-quotes.trials.store', { id: due.order.publicId })
  const buttons = TRIALS.map((trial, nth) => ({
    label: say(`methods.test.${trial}`),
    tone: nth === 0 ? 'primary' : 'secondary',
    name: 'outcome',
    value: trial,
  }))
  const lines = dueLines(ctx, due)
  return { lead: say('methods.test.lead'), lines, form: { action, buttons } }
}
