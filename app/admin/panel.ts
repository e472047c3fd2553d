import type { HttpContext } from '@adonisjs/core/http'
import { firstRunGuide } from '#core/accounts'
import { urlFor } from '#core/platform'
import { pageActionsOf, type PageOffer } from '#app/admin/presenters/page_action'
import { presentKeys } from '#app/admin/presenters/keys'
import { presentLocationChoice, presentNarrowed } from '#app/admin/presenters/location_choice'
import { navigationFor, type NavigationGroup } from '#app/admin/presenters/navigation'
import { presentPerson } from '#app/admin/presenters/person'
import { navigationCounts } from '#app/admin/queries/navigation_counts'
import { viewerOf } from '#app/admin/viewer'

const NOTICE = 'admin.notice'

/** Whoever lacks it, or a second factor that their role asks for, sees the frame without ways on. */
const VIEW = 'admin.view'

type Notice = { tone: 'success' | 'warning'; text: string; detail?: string }
type Data = Record<string, unknown> & {
  title: string
  /** Actions of other pages that are offered here too, e.g. `messaging.mails.send_test`. */
  pageActions?: readonly PageOffer[]
}

/**
 * Renders a page of the panel. The view begins with `@ui.layoutStaff(panel)` and ends with
 * `@end`; the title is the heading and the name of the window.
 *
 *     return renderPanel(ctx, 'booking::pages/planner', { title, appointments })
 */
export async function renderPanel(ctx: HttpContext, view: string, data: Data): Promise<string> {
  const viewer = await viewerOf(ctx)
  const kept = ctx.session.flashMessages.get(NOTICE) as Notice | undefined
  if (kept) ctx.notices.push(kept)
  const address = ctx.request.url(true)
  const route = ctx.route?.name
  const offers = data.pageActions ?? []
  const guide = await firstRunGuide(ctx)
  const navigation = await navigationFor(viewer, ctx.request.url(), await navigationCounts(viewer))
  const panel = {
    title: guide?.title ?? data.title,
    guide,
    navigation,
    pageActions: await pageActionsOf({ route, offers, address, step: guide?.id }, viewer),
    ...(viewer.can(VIEW) ? { keys: presentKeys(navigation, viewer), search: searchOf(ctx) } : {}),
    locations: viewer.can(VIEW) ? await presentLocationChoice(viewer, currentIn(navigation)) : null,
    narrowed: await presentNarrowed(viewer, address),
    person: presentPerson(viewer, address),
  }
  return ctx.view.render(view, { ...data, panel })
}

/** A record may be out of sight once the panel is narrowed; its list is not. */
const currentIn = (navigation: NavigationGroup[]): string =>
  navigation.flatMap(({ items }) => items).find(({ current }) => current)?.href ??
  urlFor('admin.today.show')

const searchOf = ({ route, request }: HttpContext) => ({
  action: urlFor('admin.search.show'),
  picks: urlFor('admin.picks.store'),
  value: route?.name === 'admin.search.show' ? textOf(request.qs().q) : '',
})

const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '')

/** Goes on to a page that then says what happened; also without JavaScript, until it is read. */
export function redirectWith(ctx: HttpContext, to: string, notice: Notice): void {
  ctx.session.flash({ [NOTICE]: notice })
  ctx.response.redirect().status(303).toPath(to)
}
