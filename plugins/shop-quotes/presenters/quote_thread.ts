import { presentFiles } from '#core/files'
import type { Locale } from '#core/organisation'
import { isShown } from '#plugins/shop-quotes/domain/deeds'
import type { Entry } from '#plugins/shop-quotes/models/entry'
import type { OfferReader } from '#plugins/shop-quotes/presenters/offer'
import type { ThreadEntry } from '#plugins/shop-quotes/queries/thread'

/** What was said and done as its customer reads it, the latest first. */
export const presentOwnThread = (
  { t, formats }: OfferReader,
  thread: readonly ThreadEntry[],
  locale: Locale
) =>
  thread
    .filter(({ entry }) => isShown(entry.deed) && entry.deed !== 'changed')
    .map(({ entry, files }) => ({
      what: t(`shop-quotes.quotes.deeds.${deedOf(entry)}`),
      by: entry.actorKind === 'customer' ? 'customer' : 'team',
      when: formats.dateTime(entry.createdAt),
      text: entry.text,
      files: presentFiles(files, locale),
    }))

/** Both sides write; who did is said in words. */
const deedOf = ({ deed, actorKind }: Entry): string =>
  deed === 'wrote' && actorKind === 'staff' ? 'wrote_by_team' : deed
