import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { LINK_LIMIT } from '#plugins/booking/limits'
import { carried } from '#plugins/booking/presenters/carried'
import { draftPage, type DraftPage } from '#plugins/booking/queries/draft_page'

/** The draft in the address, or null after answering with the page that offers the way on. */
export async function anyDraft(ctx: HttpContext): Promise<DraftPage | null> {
  await throttle(ctx, LINK_LIMIT)
  const page = await draftPage(ctx.params.token)
  if (!page) await renderInvalidLink(ctx)
  return page
}

/** A draft that can still be changed. The back button after booking leads on to the ticket. */
export async function pageBehindDraft(ctx: HttpContext): Promise<DraftPage | null> {
  const page = await anyDraft(ctx)
  if (!page || page.draft.appointmentId === null) return page
  const html = await ctx.view.render('booking::pages/booked', {
    title: ctx.i18n.t('booking.booked.title'),
    action: urlFor('booking.confirmations.store', { token: page.token }, carried(ctx)),
  })
  ctx.response.send(html)
  return null
}

/** One page for a wrong, expired or used link: what happened and the way on. */
export async function renderInvalidLink(ctx: HttpContext): Promise<void> {
  ctx.response.status(410)
  const html = await ctx.view.render('booking::pages/link_invalid', {
    title: ctx.i18n.t('booking.link.title'),
    startHref: urlFor('booking.services.index', {}, carried(ctx)),
  })
  ctx.response.send(html)
}
