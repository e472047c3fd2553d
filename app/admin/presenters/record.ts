import { LOCALE_NAMES } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { AnyResource, Cell, Column, Viewer } from '#app/admin/definition'
import type { Field } from '#app/admin/fields'
import { actionButton } from '#app/admin/presenters/action_button'
import { cellOf, labelsFor, languagesOf, NOTHING, shownFields } from '#app/admin/presenters/cells'
import { fieldWords } from '#app/admin/presenters/field_words'
import { fileLinks } from '#app/admin/presenters/file_field'
import { presentNews } from '#app/admin/presenters/news'
import {
  partsOf,
  presentPanels,
  relatedOf,
  type RecordParts,
} from '#app/admin/presenters/record_parts'
import { presentRelated } from '#app/admin/presenters/related'
import { presentTimeline } from '#app/admin/presenters/timeline'
import { furtherValues, maySee } from '#app/admin/queries/form_values'
import { lookup } from '#app/admin/queries/lookup'
import { actionsFrom, isOffered } from '#app/admin/queries/named_actions'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionLabel, labelOf, titleOf } from '#app/admin/words'

/** Everything that the page of one record shows. */
export async function presentRecord(resource: AnyResource, record: AnyRecord, viewer: Viewer) {
  const id = Number(record.$primaryKeyValue)
  const { manage } = resource.permission
  const parts = await partsOf(resource, viewer)
  const deeds = parts.flatMap((part) => [
    ...linksOf(part, { record, viewer }),
    ...actionsOf(part, { record, viewer }),
  ])
  return {
    title: resource.label(record, viewer),
    assets: resource.show.assets,
    news: resource.live ? presentNews(resource, { id, version: record.version }, viewer) : null,
    list: { label: titleOf(resource, viewer), href: urlFor(`${resource.id}.index`) },
    edit: manage && viewer.can(manage) ? urlFor(`${resource.id}.edit`, { id }) : null,
    isCompact: resource.show.compact ?? false,
    items: await itemsOf(resource, record, viewer),
    ...headOf(deeds),
    panels: await presentPanels(parts, { record, viewer }),
    related: await presentRelated(parts.flatMap(relatedOf), id, viewer),
    timeline: await presentTimeline(resource, record, viewer),
  }
}

type Item = {
  label: string
  cell: Cell
  text?: ReturnType<typeof textFor>
  files?: { text: string; href: string }[]
}

async function itemsOf(resource: AnyResource, record: AnyRecord, viewer: Viewer): Promise<Item[]> {
  const fields = shownFields(resource)
  const own = fields.map(({ name }): Column => ({ name }))
  const unseen = new Set(fields.flatMap((one) => (maySee(one, viewer) ? [] : [one.name])))
  const declared = resource.show.columns.length > 0 ? resource.show.columns : own
  const columns = declared.filter(({ name }) => !unseen.has(name))
  const labels = await labelsFor(resource, columns, { rows: [record], viewer })
  const further = await furtherValues(resource, record)
  return Promise.all(
    columns.map(async (column): Promise<Item> => {
      const label = labelOf(resource, column.name, viewer)
      const field = fields.find(({ name }) => name === column.name)
      if (field?.kind === 'translated') {
        return { label, cell: '', text: textFor(viewer, record[field.name]) }
      }
      if (field?.kind === 'file') {
        return { label, cell: '', files: fileLinks(further[field.name]) }
      }
      if (field?.kind === 'relations') {
        return { label, cell: await namesIn(field, further[field.name] ?? [], viewer) }
      }
      if (field?.kind === 'rows') {
        return {
          label,
          cell: await fieldWords(resource, field, { value: further[field.name], viewer }),
        }
      }
      if (field?.kind === 'custom') {
        const { name } = field
        const value = Object.hasOwn(further, name) ? further[name] : record[name]
        return { label, cell: (await field.words(viewer, value)) || NOTHING }
      }
      if (!('value' in column) && column.name in further) {
        const shown = Object.assign(Object.create(record) as AnyRecord, further)
        return { label, cell: cellOf(resource, column, { record: shown, viewer, labels }) }
      }
      return { label, cell: cellOf(resource, column, { record, viewer, labels }) }
    })
  )
}

/** A text in the language of the person; those in the others fold. */
function textFor({ locale }: Viewer, value: unknown) {
  const all = languagesOf(value)
  const own = all.find(({ language }) => language === LOCALE_NAMES[locale]) ?? all.at(0)
  return { own, others: all.filter((one) => one !== own) }
}

async function namesIn(field: Field, ids: unknown, viewer: Viewer): Promise<string> {
  if (field.kind !== 'relations') return ''
  const found = await lookup(field.to(), viewer, { ids: ids as number[] })
  return found.length > 0 ? viewer.formats().list(found.map(({ label }) => label)) : NOTHING
}

type Of = { record: AnyRecord; viewer: Viewer }

function linksOf({ words, links }: RecordParts, { record, viewer }: Of) {
  return links.flatMap(({ id, title, icon, lead, href }) => {
    const to = href(record, viewer)
    const label = title ? viewer.t(title) : actionLabel(words, id, viewer)
    return to === null ? [] : [{ label, icon, lead, isLink: true, asks: false, href: to }]
  })
}

type Deed = {
  label: string
  icon?: string
  href: string
  isLink?: boolean
  asks?: boolean
  hidden?: Record<string, string>
  lead?: boolean
  next?: boolean
}

/** Buttons beside the name; where one leads, the others fold into a menu. */
function headOf(deeds: Deed[]) {
  const lead = deeds.find((deed) => deed.lead) ?? null
  const others = deeds.filter((deed) => deed !== lead)
  return {
    lead,
    actions: lead ? [] : nextFirst(others),
    more: lead ? others.map(inMenu) : [],
  }
}

function nextFirst(deeds: Deed[]) {
  const next = deeds.find((deed) => deed.next)
  const rest = deeds.filter((deed) => deed !== next)
  return next ? [{ ...next, tone: 'primary' }, ...rest] : rest
}

const inMenu = ({ label, href, isLink, asks, hidden }: Deed) =>
  isLink ? { label, href, asks } : { label, href, method: 'post', fields: hidden }

function actionsOf(part: RecordParts, { record, viewer }: Of) {
  return actionsFrom(part)
    .map(({ action }) => action)
    .filter((action) => isOffered(action, 'row'))
    .filter(({ permission, when }) => viewer.can(permission) && when?.(record) !== false)
    .map((action) => ({
      ...actionButton(part.words, action, {
        params: { id: Number(record.$primaryKeyValue) },
        viewer,
      }),
      next: action.next,
    }))
}
