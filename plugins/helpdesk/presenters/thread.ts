import type { HttpContext } from '@adonisjs/core/http'
import { presentFiles } from '#core/files'
import type { Entry } from '#plugins/helpdesk/models/entry'
import type { ShownEntry } from '#plugins/helpdesk/queries/shown_entries'

type Reader = Pick<HttpContext, 'locale' | 'i18n' | 'formats'>

/** What was said or done since the ticket was opened, the latest first (H4). */
export const presentThread = (reader: Reader, entries: readonly ShownEntry[], zone: string) =>
  entries
    .filter(({ entry }) => entry.deed !== 'opened')
    .map((one) => presentEntry(reader, one, zone))
    .reverse()

export function presentEntry(reader: Reader, { entry, files }: ShownEntry, zone: string) {
  return {
    what: deedText(reader, entry),
    by: entry.actorKind === 'staff' ? 'team' : 'customer',
    when: reader.formats(zone).dateTime(entry.createdAt),
    text: entry.text,
    files: presentFiles(files, reader.locale),
  }
}

/** Either side may have opened or ended a ticket; everything else only one of them does. */
function deedText({ i18n }: Reader, { deed, actorKind }: Entry): string {
  const isEither = deed === 'opened' || deed === 'cancelled'
  const by = isEither && actorKind === 'staff' ? `${deed}_by_team` : deed
  return i18n.t(`helpdesk.portal.deeds.${by}`)
}
