import { contributions, urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import type { Line } from '#app/admin/presenters/found_line'
import { createLink } from '#app/admin/presenters/list'
import { navigationFor } from '#app/admin/presenters/navigation'
import { refusalOnPage } from '#app/admin/queries/action_preview'
import { homeActions, isOffered } from '#app/admin/queries/named_actions'
import { actionLabel, titleOf } from '#app/admin/words'

/** Pages that this person may open, each with the group of the navigation where it stands. */
export async function pagesToOpen(viewer: Viewer): Promise<Line[]> {
  const groups = await navigationFor(viewer, '')
  return groups.flatMap(({ label: note, items }) =>
    items.map(({ label, href, icon }) => ({ label, href, icon, note, target: href }))
  )
}

/** What this person may do with lists and on pages, and add to lists. */
export async function thingsToDo(viewer: Viewer): Promise<Line[]> {
  const added = (await contributions('admin'))
    .flatMap(({ value }) => value.resources ?? [])
    .filter(({ single, list }) => single === null && !list.add)
    .flatMap((resource) => createLink(resource, viewer) ?? [])
    .map((link): Line => ({ ...link, icon: 'plus', target: link.href }))
  return [...(await doneOnPages(viewer)), ...added]
}

/** From here it always asks first. */
async function doneOnPages(viewer: Viewer): Promise<Line[]> {
  const named = (await contributions('admin')).flatMap(({ value }) => homeActions(value))
  const found: Line[] = []
  for (const { home, action } of named) {
    if (!isOffered(action, 'palette') || !viewer.can(action.permission)) continue
    if (await refusalOnPage(action)) continue
    const href = urlFor(`${home.id}.${action.id}.create`)
    found.push({
      label: actionLabel(home, action.id, viewer),
      note: titleOf(home, viewer),
      href,
      icon: action.icon ?? home.icon,
      asks: true,
      target: href,
    })
  }
  return found
}
