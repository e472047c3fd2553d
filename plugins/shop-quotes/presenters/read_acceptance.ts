import { hash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import type { FieldErrors } from '#core/web'
import { termsDigest } from '#plugins/shop-quotes/queries/terms_digest'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import type { AcceptanceForm } from '#plugins/shop-quotes/presenters/acceptance_page'
import { customerActor } from '#plugins/shop-quotes/presenters/own_quote'
import type { storeAcceptanceValidator } from '#plugins/shop-quotes/validators/quotes'

export type SentAcceptance = Infer<typeof storeAcceptanceValidator>

/** What is missing or wrong, in words at its field. */
export function acceptanceErrors(
  { i18n }: HttpContext,
  sent: SentAcceptance,
  form: AcceptanceForm
): FieldErrors {
  const say = (key: string) => i18n.t(`shop-quotes.quotes.accept.errors.${key}`)
  const isTold = { agreed: form.terms.text === '' || sent.agreed !== undefined }
  const isKnown = {
    billing: form.profiles.some(({ publicId }) => publicId === sent.billing),
    method: form.methods.some((method) => method === sent.method),
    // Other terms stand on the page now: they have to be read first.
    terms: sent.terms === termsDigest(form.terms),
  }
  return {
    ...(isKnown.billing ? {} : { billing: say('billing') }),
    ...(isKnown.method ? {} : { method: say('method') }),
    ...(isTold.agreed && isKnown.terms ? {} : { agreed: say(isTold.agreed ? 'terms' : 'agreed') }),
  }
}

/** The acceptance of a form in which nothing is missing. */
export function acceptanceIn(
  ctx: HttpContext,
  quote: Quote,
  sent: SentAcceptance,
  form: AcceptanceForm
) {
  const { version, digest, chosen = [], early } = sent
  return {
    ...{ quoteId: quote.id, version, digest, chosen, terms: form.terms },
    billing: form.profiles.find(({ publicId }) => publicId === sent.billing)!.billing,
    method: form.methods.find((method) => method === sent.method)!,
    startsEarly: early !== undefined,
    addressDigest: hash('sha256', ctx.request.ip()),
    by: customerActor(ctx),
  }
}
