import type { HttpContext } from '@adonisjs/core/http'
import { signedInUser } from '#core/accounts'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { LINK_LIMIT } from '#plugins/helpdesk/limits'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import { linkBehind, type MailedLink } from '#plugins/helpdesk/queries/link_behind'

/**
 * The link in the address while it can be opened; null after answering: whose ticket it is and who
 * is signed in has it on its own page, and a link that is no use any more leads to sign-in.
 */
export async function openedByLink(ctx: HttpContext): Promise<MailedLink | null> {
  await throttle(ctx, LINK_LIMIT)
  const link = await linkBehind(ctx.params.token)
  const user = link && (await signedInUser(ctx))
  if (link && user && user.id === link.userId) {
    ctx.response.redirect().status(303).toPath(addressOf(link))
    return null
  }
  if (link?.isOpen) return link
  await renderInvalidLink(ctx, link)
  return null
}

/** Used, expired or wrong: what happened and the way on, through sign-in. */
export async function renderInvalidLink(ctx: HttpContext, link: MailedLink | null): Promise<void> {
  ctx.response.status(410)
  const html = await ctx.view.render('helpdesk::pages/link_invalid', {
    title: ctx.i18n.t('helpdesk.portal.link.invalid.title'),
    onHref: link ? addressOf(link) : urlFor('helpdesk.mine.index'),
  })
  ctx.response.send(html)
}
