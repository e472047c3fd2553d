import logger from '@adonisjs/core/services/logger'
import { errorRecord } from '#core/platform'
import type { AnyResource, FurtherParts, Panel, RelatedList, Viewer } from '#app/admin/definition'
import { sourcesOf, type PartSource } from '#app/admin/queries/part_sources'
import type { AnyRecord } from '#app/admin/queries/records'
import { labelOf } from '#app/admin/words'

/** What one owner shows on the page of a record. */
export type RecordParts = PartSource & FurtherParts

/** What the resource shows itself, then what others add. */
export const partsOf = (resource: AnyResource, viewer: Viewer): Promise<RecordParts[]> =>
  Promise.all(sourcesOf(resource, viewer).map((source) => partsFrom(source, viewer)))

async function partsFrom(source: PartSource, viewer: Viewer): Promise<RecordParts> {
  const { resource, addition } = source
  if (addition) {
    const { links = [], panels = [], related = [] } = addition
    return { ...source, links, panels, related }
  }
  const { show } = resource
  const further = await show.further?.(viewer)
  return {
    ...source,
    links: [...show.links, ...(further?.links ?? [])],
    panels: [...show.panels, ...(further?.panels ?? [])],
    related: [...show.related, ...(further?.related ?? [])],
  }
}

type Of = { record: AnyRecord; viewer: Viewer }

export async function presentPanels(parts: readonly RecordParts[], of: Of) {
  const shown = []
  for (const part of parts) {
    for (const panel of part.panels) {
      const content = await contentOf(part, panel, of)
      const { view, title } = panel
      const words = title ? of.viewer.t(title) : labelOf(part.words, panel.id, of.viewer)
      if (content) shown.push({ id: placeOf(part, panel), view, content, title: words })
    }
  }
  return shown
}

/** A panel that another owner adds and that fails is left out: the record stays usable. */
async function contentOf(part: RecordParts, { id, data }: Panel, { record, viewer }: Of) {
  if (!part.addition) return data(record, viewer)
  try {
    return await data(record, viewer)
  } catch (error) {
    logger.error({ error: errorRecord(error) }, 'Panel %s of %s failed', id, part.words.id)
    return null
  }
}

export const relatedOf = (part: RecordParts): RelatedList[] =>
  part.related.map((list) => ({ ...list, id: placeOf(part, list) }))

/** Where it stands on the page; two owners may call a part alike. */
const placeOf = ({ addition, words }: RecordParts, { id }: { id: string }): string =>
  addition ? `${words.owner}-${id}` : id
