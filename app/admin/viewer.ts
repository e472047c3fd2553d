import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import { permissionsOf, visibleLocationIds, type User } from '#core/accounts'
import { formats, type Formats, type Locale } from '#core/organisation'
import { activeOwners, clock } from '#core/platform'
import { settingsInForce } from '#core/settings'
import type { Viewer } from '#app/admin/definition'
import { narrowedLocation } from '#app/admin/narrowed_location'
import { places } from '#app/admin/queries/places'

/** Who looks at this page; everything that needs the database is read here, before the work. */
export async function viewerOf(ctx: HttpContext): Promise<Viewer> {
  const user = ctx.auth.use('web').getUserOrFail()
  const { locale, i18n, actor } = ctx
  return viewerWith({
    ...{ user, locale, i18n, actor },
    narrowedTo: await narrowedLocation(ctx, await visibleLocationIds(user)),
    can: (permission) => ctx.can(permission),
    formats: (zone) => ctx.formats(zone),
  })
}

/** The same person where nobody looks at a page: in a job and on the command line. */
export async function viewerFor(user: User, locale: Locale = user.locale): Promise<Viewer> {
  const permissions = await permissionsOf(user)
  return viewerWith({
    user,
    locale,
    i18n: i18nManager.locale(locale),
    actor: { kind: 'staff', id: user.id },
    narrowedTo: null,
    can: (permission) => permissions.has(permission),
    formats: (zone) => formats(locale, zone),
  })
}

type Who = Pick<Viewer, 'user' | 'locale' | 'actor' | 'can' | 'narrowedTo'> & {
  i18n: I18n
  formats: (zone: string) => Formats
}

async function viewerWith({ i18n, ...who }: Who): Promise<Viewer> {
  const { narrowedTo, user } = who
  // Where records have no place of their own, their instants are read off this clock.
  const ownZone = (await places()).at(0)?.zone ?? 'UTC'
  const has = (key: string) => i18n.hasMessage(key) || i18n.hasFallbackMessage(key)
  return {
    ...who,
    locationIds: narrowedTo === null ? await visibleLocationIds(user) : [narrowedTo],
    now: clock.now(),
    isActive: await activeOwners(),
    setting: await settingsInForce(),
    t: (key, values) => i18n.t(key, values),
    has,
    word: (key, otherwise) => wordIn(i18n, key, has) ?? otherwise,
    formats: (zone) => who.formats(zone ?? ownZone),
    zone: ownZone,
  }
}

const MOST_WORDS = 10_000
/** By the translations they were read in: these are new ones after an override. */
const keptWords = new WeakMap<object, Map<string, string | null>>()

/** A page asks for some hundred words, and most of them again on the next one. */
function wordIn(i18n: I18n, key: string, has: (key: string) => boolean): string | null {
  const translations = i18nManager.getTranslationsFor(i18n.locale)
  const words = keptWords.get(translations) ?? new Map<string, string | null>()
  const known = words.get(key)
  if (known !== undefined) return known
  if (words.size >= MOST_WORDS) words.clear()
  const word = has(key) ? i18n.t(key) : null
  keptWords.set(translations, words.set(key, word))
  return word
}
