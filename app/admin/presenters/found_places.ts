import { contributions, urlFor } from '#core/platform'
import type { FoundRecord, Viewer } from '#app/admin/definition'
import { createLink } from '#app/admin/presenters/list'
import { navigationFor } from '#app/admin/presenters/navigation'
import { homeActions, isOffered } from '#app/admin/queries/named_actions'
import { actionLabel, titleOf } from '#app/admin/words'

/** Pages that this person may open, each with the group of the navigation where it stands. */
export async function pagesToOpen(viewer: Viewer): Promise<FoundRecord[]> {
  const groups = await navigationFor(viewer, '')
  return groups.flatMap(({ label: note, items }) =>
    items.map(({ label, href, icon }) => ({ label, href, icon, note }))
  )
}

/** What this person may do with lists and on pages, and add to lists. */
export async function thingsToDo(viewer: Viewer): Promise<FoundRecord[]> {
  const added = (await contributions('admin'))
    .flatMap(({ value }) => value.resources ?? [])
    .filter(({ single }) => single === null)
    .flatMap((resource) => createLink(resource, viewer) ?? [])
    .map((link): FoundRecord => ({ ...link, icon: 'plus' }))
  return [...(await doneOnPages(viewer)), ...added]
}

/** From here it always asks first. */
async function doneOnPages(viewer: Viewer): Promise<FoundRecord[]> {
  const named = (await contributions('admin')).flatMap(({ value }) => homeActions(value))
  return named
    .filter(({ action }) => isOffered(action, 'palette') && viewer.can(action.permission))
    .map(({ home, action }) => ({
      label: actionLabel(home, action.id, viewer),
      note: titleOf(home, viewer),
      href: urlFor(`${home.id}.${action.id}.create`),
      icon: action.icon ?? home.icon,
      asks: true,
    }))
}
