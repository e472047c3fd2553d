import type { HttpContext } from '@adonisjs/core/http'
import { formVersion, presentAnswers } from '#core/forms'
import { translated } from '#core/organisation'
import { clock, urlFor } from '#core/platform'
import { emailHint, type CaptchaRefusal } from '#core/web'
import type { Draft } from '#plugins/booking/models/draft'
import { carried } from '#plugins/booking/presenters/carried'
import { presentChoice } from '#plugins/booking/presenters/choice'
import { whereOf } from '#plugins/booking/presenters/where'
import type { DraftPage } from '#plugins/booking/queries/draft_page'

export const CONFIRM_FORM = 'booking.confirm'

/** Check your answers: everything entered, each with a way to change it, the captcha at the foot. */
export async function renderCheck(
  ctx: HttpContext,
  page: DraftPage,
  refusal: CaptchaRefusal | null
) {
  const { draft, offer, token } = page
  const isHeld = draft.isHeld(clock.now())
  const params = { location: offer.location.slug, service: offer.service.slug }
  if (refusal) ctx.response.status(422)
  if (!isHeld)
    ctx.notices.push({ tone: 'warning', text: ctx.i18n.t('booking.choice.lapsed_check') })
  return ctx.view.render('booking::pages/check', {
    title: ctx.i18n.t('booking.check.title'),
    choice: isHeld ? presentChoice(ctx, page, 'check') : null,
    action: urlFor('booking.confirmations.store', { token }, carried(ctx)),
    form: CONFIRM_FORM,
    back: { href: urlFor('booking.details.edit', { token }, carried(ctx)) },
    items: [
      ...appointmentLines(
        ctx,
        page,
        urlFor('booking.calendars.show', params, { ...carried(ctx), draft: token })
      ),
      ...(await personLines(ctx, draft, urlFor('booking.details.edit', { token }, carried(ctx)))),
    ],
    hint: emailHint(draft.email!),
    errors: refusal ? { captcha: ctx.i18n.t(`web.captcha.${refusal}`) } : {},
  })
}

function appointmentLines(
  { locale, i18n, formats }: HttpContext,
  { draft, offer }: DraftPage,
  change: string
) {
  const written = formats(offer.location.zone)
  return [
    { label: i18n.t('booking.fields.service'), text: translated(offer.service.name, locale) },
    { label: i18n.t('booking.fields.time'), text: written.dateTime(draft.startsAt), change },
    { label: i18n.t('booking.fields.place'), text: whereOf(offer.location) },
  ]
}

async function personLines({ locale, i18n }: HttpContext, draft: Draft, change: string) {
  const form = draft.formVersionId === null ? null : await formVersion(draft.formVersionId)
  const answers = form ? presentAnswers(form.fields, draft.answers, locale) : []
  return [
    { label: i18n.t('booking.fields.name'), text: `${draft.firstName} ${draft.lastName}`, change },
    { label: i18n.t('booking.fields.email'), text: draft.email!, change },
    ...(draft.phone ? [{ label: i18n.t('booking.fields.phone'), text: draft.phone, change }] : []),
    ...answers
      .filter(({ value }) => value !== '')
      .map(({ label, value }) => ({ label, text: value, change })),
  ]
}
