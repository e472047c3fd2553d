import { urlFor } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { recordChannel } from '#app/admin/record_channels'

/** The record of a page, and the version that was read. */
type Read = { id: number; version: number }

/**
 * What a page about a record of a `live` resource needs to say that it was written meanwhile, for
 * `admin/partials/record_news`. The owner's words of it are `<owner>.admin.<name>.written`.
 */
export function presentNews(
  { id: list, owner, name }: AnyResource,
  { id, version }: Read,
  viewer: Viewer
) {
  return {
    channel: recordChannel(list, id),
    version,
    text: viewer.word(`${owner}.admin.${name}.written`, viewer.t('admin.news.written')),
    href: urlFor(`${list}.show`, { id }),
  }
}
