import { createHmac } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { appKey } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { termsDigest } from '#plugins/shop-quotes/queries/terms_digest'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import {
  NEW_BILLING,
  type AcceptanceForm,
  type TypedAcceptance,
} from '#plugins/shop-quotes/presenters/acceptance_page'
import { totalWith } from '#plugins/shop-quotes/presenters/acceptance_start'
import { customerActor } from '#plugins/shop-quotes/presenters/own_quote'
import { readBilling, type ReadBilling } from '#plugins/shop-quotes/presenters/read_billing'
import type { OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'
import type { storeAcceptanceValidator } from '#plugins/shop-quotes/validators/quotes'

export type SentAcceptance = Infer<typeof storeAcceptanceValidator>

export type ReadAcceptance = {
  typed: TypedAcceptance
  /** What is missing or wrong, in words at its field. */
  errors: FieldErrors
  /** It was only to be reckoned, or to show the fields of another country. */
  isAsking: boolean
  /** How it is paid and billed, in a form in which nothing is missing. */
  agreed: { method: Method; billing: Billing; isNewBilling: boolean } | null
}

/** What was sent, kept whatever it is. */
export async function readAcceptance(
  ctx: HttpContext,
  sent: SentAcceptance,
  form: AcceptanceForm
): Promise<ReadAcceptance> {
  const entered = await readBilling(ctx)
  const isNewBilling = form.profiles.length === 0 || sent.billing === NEW_BILLING
  const profile = form.profiles.find(({ publicId }) => publicId === sent.billing)
  const billing = isNewBilling ? entered.billing : (profile?.billing ?? null)
  const method = form.methods.find((one) => one === sent.method)
  const errors = {
    ...(isNewBilling ? entered.errors : {}),
    ...wordsFor(ctx, { billing: isNewBilling || profile !== undefined, method: !!method }),
    ...termsErrors(ctx, sent, form),
  }
  const isAsking = sent.recalculate !== undefined || entered.isAsking
  const isWhole = !isAsking && Object.keys(errors).length === 0
  return {
    ...{ typed: typedIn(sent, form, entered), errors, isAsking },
    agreed: isWhole && method && billing ? { method, billing, isNewBilling } : null,
  }
}

const typedIn = (
  sent: SentAcceptance,
  form: AcceptanceForm,
  { values: entered }: ReadBilling
): TypedAcceptance => ({
  ...{ chosen: sent.chosen ?? [], billing: sent.billing, entered, method: sent.method },
  early: sent.early !== undefined,
  agreed: sent.agreed !== undefined && sent.terms === termsDigest(form.terms),
})

function termsErrors(
  ctx: HttpContext,
  sent: SentAcceptance,
  { terms }: AcceptanceForm
): FieldErrors {
  const agreed = terms.text === '' || sent.agreed !== undefined
  // Other terms stand on the page now: they have to be read first.
  const isCurrent = sent.terms === termsDigest(terms)
  if (agreed && isCurrent) return {}
  return { agreed: errorWords(ctx, agreed ? 'terms' : 'agreed') }
}

const wordsFor = (ctx: HttpContext, known: Record<'billing' | 'method', boolean>): FieldErrors => ({
  ...(known.billing ? {} : { billing: errorWords(ctx, 'billing') }),
  ...(known.method ? {} : { method: errorWords(ctx, 'method') }),
})

const errorWords = ({ i18n }: HttpContext, key: string): string =>
  i18n.t(`shop-quotes.quotes.accept.errors.${key}`)

type Sent = { sent: SentAcceptance; read: ReadAcceptance }

/**
 * Why the form is shown anew: it was only to be reckoned, something is missing, or the total is
 * another one. Null: it can be taken, or it is of another version.
 */
export function whyAnew(ctx: HttpContext, current: OfferedVersion, { sent, read }: Sent) {
  if (current.version.publicId !== sent.version) return null
  if (read.isAsking) return {}
  if (!read.agreed) return { errors: read.errors, status: 422 }
  if (totalWith(current, read.typed.chosen) === sent.total) return null
  return { notice: ctx.i18n.t('shop-quotes.quotes.accept.another_total'), status: 409 }
}

export type WholeAcceptance = {
  sent: SentAcceptance
  form: AcceptanceForm
  agreed: NonNullable<ReadAcceptance['agreed']>
}

/** The acceptance of a form in which nothing is missing. */
export function acceptanceIn(
  ctx: HttpContext,
  quote: Quote,
  { sent, form, agreed }: WholeAcceptance
) {
  const { version, digest, chosen = [], early } = sent
  const { method, billing } = agreed
  return {
    ...{ quoteId: quote.id, version, digest, chosen, terms: form.terms, method, billing },
    startsEarly: early !== undefined,
    addressDigest: digestOf(ctx.request.ip()),
    by: customerActor(ctx),
  }
}

/** With a key: there are few enough addresses to try them all. */
const digestOf = (address: string): string =>
  createHmac('sha256', appKey()).update(`shop-quotes.address ${address}`).digest('hex')
