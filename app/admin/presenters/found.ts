import logger from '@adonisjs/core/services/logger'
import { contributions, errorRecord, urlFor } from '#core/platform'
import type { AnyResource, FoundRecord, Viewer } from '#app/admin/definition'
import { holdsTerms, markedText, searchTerms, type Piece } from '#app/admin/domain/marked_text'
import { createLink } from '#app/admin/presenters/list'
import { navigationFor } from '#app/admin/presenters/navigation'
import { FOUND, findRecords } from '#app/admin/queries/find_records'
import { homeActions, isOffered } from '#app/admin/queries/named_actions'
import { actionLabel, titleOf } from '#app/admin/words'

type Found = {
  id: string
  pieces: Piece[]
  note: string
  href: string
  icon: string
  asks: boolean
}
export type FoundGroup = { title: string; items: Found[]; all: string | null }

/** Without a word to search for: pages to go to, no records. */
const MOST_PAGES = 8

/** Pages, things to add and records that this person may see and that hold the words. */
export async function presentFound(search: string, viewer: Viewer) {
  const terms = searchTerms(search)
  const records = terms.length > 0 ? await recordGroups(search, viewer) : []
  const pages = { title: viewer.t('admin.search.pages'), found: await pagesOf(viewer, terms) }
  const actions = { title: viewer.t('admin.search.actions'), found: await actionsOf(viewer, terms) }
  const groups = [pages, actions, ...records].filter(({ found }) => found.length > 0)
  const shown = groups.map((group, index) => presentGroup(group, terms, index))
  const count = shown.reduce((sum, { items }) => sum + items.length, 0)
  return { search, groups: shown, said: viewer.t('admin.search.found', { count }) }
}

type Group = { title: string; found: FoundRecord[]; all?: string | null }

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

async function pagesOf(viewer: Viewer, terms: string[]): Promise<FoundRecord[]> {
  const groups = await navigationFor(viewer, '')
  return groups
    .flatMap(({ label: note, items }) =>
      items.map(({ label, href, icon }) => ({ label, href, icon, note }))
    )
    .filter(({ label, note }) => holdsTerms(`${label} ${note}`, terms))
    .slice(0, MOST_PAGES)
}

async function actionsOf(viewer: Viewer, terms: string[]): Promise<FoundRecord[]> {
  if (terms.length === 0) return []
  const added = (await resources())
    .filter(({ single }) => single === null)
    .flatMap((resource) => createLink(resource, viewer) ?? [])
    .map((link): FoundRecord => ({ ...link, icon: 'plus' }))
  return [...(await doneOnPages(viewer)), ...added]
    .filter(({ label, note }) => holdsTerms(`${label} ${note ?? ''}`, terms))
    .slice(0, FOUND)
}

/** What is done with lists and on pages; from here it always asks first. */
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

const resources = async (): Promise<AnyResource[]> =>
  (await contributions('admin')).flatMap(({ value }) => value.resources ?? [])

/** One kind that fails takes nothing else with it. */
async function recordGroups(search: string, viewer: Viewer): Promise<Group[]> {
  const kinds = (await resources()).filter(
    ({ palette, permission }) => palette && viewer.can(permission.view)
  )
  const providers = (await contributions('search'))
    .flatMap(({ owner, value }) => value.map((provider) => ({ owner, provider })))
    .filter(({ provider }) => viewer.can(provider.permission))
  return Promise.all([
    ...kinds.map((kind) => guarded(kind.id, () => groupOf(kind, search, viewer))),
    ...providers.map(({ provider }) =>
      guarded(provider.id, async () => ({
        title: viewer.t(provider.title),
        found: (await provider.find(search, viewer, FOUND)).slice(0, FOUND),
      }))
    ),
  ])
}

async function guarded(id: string, find: () => Promise<Group>): Promise<Group> {
  try {
    return await find()
  } catch (error) {
    logger.error({ error: errorRecord(error) }, 'The search of %s failed', id)
    return { title: '', found: [] }
  }
}

async function groupOf(resource: AnyResource, search: string, viewer: Viewer): Promise<Group> {
  const records = await findRecords(resource, search, viewer)
  const found = records.slice(0, FOUND).map((record) => ({
    label: resource.label(record, viewer),
    note: resource.palette?.note?.(record, viewer) ?? '',
    href: urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) }),
    icon: resource.icon,
  }))
  const all = records.length > FOUND ? urlFor(`${resource.id}.index`, {}, { q: search }) : null
  return { title: titleOf(resource, viewer), found, all }
}
