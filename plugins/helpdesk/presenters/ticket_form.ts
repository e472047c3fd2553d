import type { HttpContext } from '@adonisjs/core/http'
import { clock, randomId, urlFor } from '#core/platform'
import { URGENCIES } from '#plugins/helpdesk/domain/priority'
import { placeParams, type IntakePlace } from '#plugins/helpdesk/presenters/intake_place'
import { presentWay } from '#plugins/helpdesk/presenters/menu'
import { presentQuestions } from '#plugins/helpdesk/presenters/questions'
import type { ReadOpening } from '#plugins/helpdesk/presenters/read_opening'
import { presentFilesInput } from '#plugins/helpdesk/presenters/sent_files'
import { ticketZone } from '#plugins/helpdesk/presenters/ticket_zone'
import { needText } from '#plugins/helpdesk/presenters/ticket_words'

/** H3: the form of a new ticket, with what was sent and what was wrong with it. */
export async function renderTicketForm(
  ctx: HttpContext,
  place: IntakePlace,
  refused: ReadOpening | null
) {
  const { i18n } = ctx
  const { follow_up_of, ...params } = placeParams(place)
  const menu = presentWay(ctx, place.way, { follow_up_of }).at(-2)!.href
  if (refused) ctx.response.status(422)
  return ctx.view.render('helpdesk::pages/form', {
    title: i18n.t('helpdesk.portal.form.title'),
    back: { href: menu },
    items: await itemsOf(ctx, place, menu),
    action: urlFor('helpdesk.mine.store'),
    hidden: { ...params, follow_up_of, form_key: randomId() },
    urgencies: URGENCIES.map((value) => ({ value, label: i18n.t(`helpdesk.urgencies.${value}`) })),
    urgency: refused?.urgency,
    description: refused?.description,
    questions: await presentQuestions(ctx, place.need, refused ?? undefined),
    files: await presentFilesInput(ctx, refused?.files ?? []),
    errors: refused?.errors ?? {},
  })
}

/** What the ticket is about, when it is being made, and what it goes on with: not to be typed. */
async function itemsOf(ctx: HttpContext, { way, need, followUpOf }: IntakePlace, menu: string) {
  const { i18n, locale } = ctx
  const opened = ctx.formats(await ticketZone(need)).dateTime(clock.now())
  const item = (field: string, text: string) => ({
    label: i18n.t(`helpdesk.portal.fields.${field}`),
    text,
  })
  return [
    { ...item('need', needText(way, locale)), change: menu },
    item('opened', opened),
    ...(followUpOf ? [item('follow_up_of', followUpOf.number)] : []),
  ]
}
