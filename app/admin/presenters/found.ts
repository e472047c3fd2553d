import type { Viewer } from '#app/admin/definition'
import { holdsTerms, markedText, searchTerms, type Piece } from '#app/admin/domain/marked_text'
import { bestFirst } from '#app/admin/domain/found_rank'
import type { Line } from '#app/admin/presenters/found_line'
import { pagesToOpen, thingsToDo } from '#app/admin/presenters/found_places'
import { groupOf, recordGroups, type Group } from '#app/admin/presenters/found_records'
import { linesOf } from '#app/admin/presenters/picked'
import { FOUND } from '#app/admin/queries/find_records'
import { recentTargets } from '#app/admin/queries/recent_targets'

type Found = {
  id: string
  pieces: Piece[]
  note: string
  href: string
  icon: string
  asks: boolean
  target: string
}
/** `all` leads to the list with the same words, where there are more. */
export type FoundGroup = { title: string; items: Found[]; all: Found | null }

const MOST_PAGES = 8

/** Pages, things to do and records that this person may see and that hold the words. */
export async function presentFound(search: string, viewer: Viewer) {
  const terms = searchTerms(search)
  const groups = terms.length > 0 ? await groupsFor(search, viewer) : await withoutWords(viewer)
  const shown = groups
    .filter(({ found }) => found.length > 0)
    .map((group, index) => presentGroup(group, index, { terms, viewer }))
  const count = shown.reduce((sum, { items }) => sum + items.length, 0)
  return { search, groups: shown, said: viewer.t('admin.search.found', { count }) }
}

/** Without a word to search for: what this person opened last, and pages to go to. */
async function withoutWords(viewer: Viewer): Promise<Group[]> {
  const recent = await linesOf(await recentTargets(viewer.user.id), viewer)
  const known = new Set(recent.map(({ target }) => target))
  const pages = (await pagesToOpen(viewer)).filter(({ target }) => !known.has(target))
  return [
    groupOf(viewer.t('admin.search.recent'), recent, ''),
    groupOf(viewer.t('admin.search.pages'), pages.slice(0, MOST_PAGES), ''),
  ]
}

async function groupsFor(search: string, viewer: Viewer): Promise<Group[]> {
  const terms = searchTerms(search)
  const holding = (all: Line[]) =>
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

type Words = { terms: string[]; viewer: Viewer }

function presentGroup({ title, found, all }: Group, at: number, words: Words): FoundGroup {
  const { terms, viewer } = words
  const present = (line: Line, id: string): Found => {
    const { label, note = '', href, icon = 'file-text', asks = false, target = '' } = line
    return { id, pieces: markedText(label, terms), note, href, icon, asks, target }
  }
  const more = all ? { label: viewer.t('admin.show.all'), href: all } : null
  return {
    title,
    items: found.map((line, index) => present(line, `found-${at}-${index}`)),
    all: more && {
      ...present(more, `found-${at}-all`),
      pieces: [{ text: more.label, hit: false }],
    },
  }
}
