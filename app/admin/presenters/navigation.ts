import { contributions, urlFor, type Owned } from '#core/platform'
import type { AdminContribution, AnyResource, Viewer } from '#app/admin/definition'
import type { Counts } from '#app/admin/queries/navigation_counts'
import { titleOf } from '#app/admin/words'

type Item = {
  label: string
  href: string
  icon: string
  current: boolean
  /** Letter that leads there after `g`. */
  key?: string | null
  count?: { number: string; words: string } | null
}
export type NavigationGroup = { label: string; items: Item[] }
type Entry = Omit<Item, 'href' | 'current'> & { route: string; permission: string }

/** Daily work stands on top, what is set up once at the end; plugins come between. */
const FIRST = ['admin.groups.calendar']
const LAST = ['admin.groups.organisation', 'admin.groups.system']

/** What this person may open, by module and plugin: only of enabled plugins. */
export async function navigationFor(
  viewer: Viewer,
  path: string,
  counts: Counts = new Map()
): Promise<NavigationGroup[]> {
  const byGroup = new Map<string, Item[]>()
  for (const contribution of await contributions('admin')) {
    const group = contribution.value.group ?? `${contribution.owner}.admin.title`
    const items = entriesOf(contribution, viewer, counts)
      .filter(({ permission }) => viewer.can(permission))
      .map(({ route, label, icon, key, count }) => {
        return { label, icon, key, count, href: urlFor(route), current: false }
      })
    byGroup.set(group, [...(byGroup.get(group) ?? []), ...items])
  }
  markCurrent([...byGroup.values()].flat(), path)
  return [...byGroup]
    .filter(([, items]) => items.length > 0)
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([group, items]) => ({ label: viewer.word(group, group.split('.')[0]), items }))
}

/** Where else than this page the person may go. */
export async function waysOn(viewer: Viewer, path: string): Promise<NavigationGroup[]> {
  const groups = await navigationFor(viewer, path)
  return groups
    .map(({ label, items }) => ({ label, items: items.filter(({ current }) => !current) }))
    .filter(({ items }) => items.length > 0)
}

function entriesOf({ value }: Owned<AdminContribution>, viewer: Viewer, counts: Counts): Entry[] {
  const pages = (value.pages ?? []).filter(({ menu }) => menu !== false)
  const resources = (value.resources ?? []).filter(({ menu }) => menu)
  const entries: Entry[] = [
    ...pages.map(({ id, permission, key, icon = 'file-text' }) => {
      const [owner, ...rest] = id.split('.')
      const name = rest.join('.')
      return { route: id, permission, icon, key, label: titleOf({ owner, name }, viewer) }
    }),
    ...resources.map((resource) => ({
      route: `${resource.id}.${resource.single === null ? 'index' : 'edit'}`,
      permission: resource.permission.view,
      icon: resource.icon,
      key: resource.key,
      count: countOf(resource, counts, viewer),
      label: titleOf(resource, viewer),
    })),
    ...(value.menu ?? []).map(({ route, title, permission, key, icon = 'file-text' }) => {
      return { route, permission, icon, key, label: viewer.t(title) }
    }),
  ]
  const first = value.first ?? []
  const place = ({ route }: Entry) => (first.includes(route) ? first.indexOf(route) : first.length)
  return entries.toSorted((one, other) => place(one) - place(other))
}

function countOf({ id, count }: AnyResource, counts: Counts, viewer: Viewer) {
  const found = counts.get(id) ?? 0
  if (!count || found === 0) return null
  const number = viewer.formats().number(found)
  return { number, words: viewer.t(count.words, { count: found }) }
}

/** The entry whose address the page's begins with; the longest where several do. */
function markCurrent(items: Item[], path: string): void {
  const matching = items.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  matching.sort((one, other) => other.href.length - one.href.length)
  const [best] = matching
  if (best && (best.href !== urlFor('admin.today.show') || path === best.href)) best.current = true
}

function rank(group: string): number {
  if (FIRST.includes(group)) return FIRST.indexOf(group) - FIRST.length
  return 1 + LAST.indexOf(group)
}
