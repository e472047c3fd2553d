import type { FoundRecord, Viewer } from '#app/admin/definition'
import { holdsTerms, markedText, searchTerms, type Piece } from '#app/admin/domain/marked_text'
import { bestFirst } from '#app/admin/domain/found_rank'
import { pagesToOpen, thingsToDo } from '#app/admin/presenters/found_places'
import { groupOf, recordGroups, type Group } from '#app/admin/presenters/found_records'
import { FOUND } from '#app/admin/queries/find_records'

type Found = {
  id: string
  pieces: Piece[]
  note: string
  href: string
  icon: string
  asks: boolean
}
export type FoundGroup = { title: string; items: Found[]; all: string | null }

const MOST_PAGES = 8

/** Pages, things to do and records that this person may see and that hold the words. */
export async function presentFound(search: string, viewer: Viewer) {
  const terms = searchTerms(search)
  const groups = terms.length > 0 ? await groupsFor(search, viewer) : await withoutWords(viewer)
  const shown = groups
    .filter(({ found }) => found.length > 0)
    .map((group, index) => presentGroup(group, terms, index))
  const count = shown.reduce((sum, { items }) => sum + items.length, 0)
  return { search, groups: shown, said: viewer.t('admin.search.found', { count }) }
}

/** Without a word to search for: pages to go to, no records. */
async function withoutWords(viewer: Viewer): Promise<Group[]> {
  const pages = await pagesToOpen(viewer)
  return [groupOf(viewer.t('admin.search.pages'), pages.slice(0, MOST_PAGES), '')]
}

async function groupsFor(search: string, viewer: Viewer): Promise<Group[]> {
  const terms = searchTerms(search)
  const holding = (all: FoundRecord[]) =>
    all.filter(({ label, note }) => holdsTerms(`${label} ${note ?? ''}`, terms))
  const pages = groupOf(viewer.t('admin.search.pages'), holding(await pagesToOpen(viewer)), search)
  const actions = groupOf(
    viewer.t('admin.search.actions'),
    holding(await thingsToDo(viewer)),
    search
  )
  const groups = [
    { ...pages, found: pages.found.slice(0, MOST_PAGES) },
    { ...actions, found: actions.found.slice(0, FOUND) },
    ...(await recordGroups(search, viewer)),
  ]
  return bestFirst(groups, ({ rank }) => rank)
}

function presentGroup(
  { title, found, all = null }: Group,
  terms: string[],
  at: number
): FoundGroup {
  const items = found.map(
    ({ label, note = '', href, icon = 'file-text', asks = false }, index) => ({
      ...{ id: `found-${at}-${index}`, note, href, icon, asks },
      pieces: markedText(label, terms),
    })
  )
  return { title, items, all }
}
