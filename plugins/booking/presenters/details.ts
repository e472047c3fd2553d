import type { HttpContext } from '@adonisjs/core/http'
import { formFor } from '#core/forms'
import { translated } from '#core/organisation'
import { clock, urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { carried } from '#plugins/booking/presenters/carried'
import { presentChoice } from '#plugins/booking/presenters/choice'
import { knownPerson } from '#plugins/booking/presenters/known_person'
import { presentQuestions } from '#plugins/booking/presenters/questions'
import { whereOf } from '#plugins/booking/presenters/where'
import type { ReadDetails } from '#plugins/booking/presenters/read_details'
import type { DraftPage } from '#plugins/booking/queries/draft_page'

/** The form page, with what the draft knows and what was wrong with the last submit. */
export async function renderDetails(
  ctx: HttpContext,
  page: DraftPage,
  refused: ReadDetails | null
) {
  const { draft, offer, token } = page
  const form = offer.service.formId === null ? null : await formFor(offer.service.formId)
  const isHeld = draft.isHeld(clock.now())
  if (refused) ctx.response.status(422)
  if (!isHeld) ctx.notices.push({ tone: 'warning', text: ctx.i18n.t('booking.choice.lapsed') })
  return ctx.view.render('booking::pages/details', {
    title: ctx.i18n.t('booking.details.title'),
    choice: isHeld ? presentChoice(ctx, page, 'details') : null,
    action: urlFor('booking.details.update', { token }, carried(ctx)),
    back: {
      href: urlFor(
        'booking.calendars.show',
        { location: offer.location.slug, service: offer.service.slug },
        { ...carried(ctx), draft: token, day: localDateOf(offer.location.zone, draft.startsAt) }
      ),
    },
    service: translated(offer.service.name, ctx.locale),
    where: whereOf(offer.location),
    values: refused ? draft : await knownPerson(ctx, draft),
    ...(await presentQuestions(ctx, form?.fields ?? [], {
      answers: draft.answers,
      errors: refused?.answerErrors ?? {},
    })),
    errors: refused?.errors ?? {},
  })
}
