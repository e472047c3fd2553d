import type { Locale } from '#core/organisation'

/** Enough for every browser; a hostile header of thousands of tags costs no more than this. */
const LONGEST_HEADER = 500
const MOST_TAGS = 20

export type LocaleSources = {
  /** `?lang=` as it came, whatever its type. */
  readonly query: unknown
  readonly profile: Locale | null
  readonly cookie: string | null
  readonly acceptLanguage: string | null
  /** Languages that the organisation offers to the public. */
  readonly offered: readonly Locale[]
  readonly fallback: Locale
}

export type LocaleChoice = {
  locale: Locale
  /** The visitor asked for it by `?lang=`, so it is kept. */
  asked: boolean
  /** `?lang=` named a language that is not offered; the page says so. */
  refused: boolean
}

/** H9: what the address asks for, then the profile, the cookie, the browser, the organisation. */
export function chooseLocale(sources: LocaleSources): LocaleChoice {
  const { query, offered } = sources
  const asked = offered.find((locale) => locale === query)
  if (asked) return { locale: asked, asked: true, refused: false }

  const locale =
    sources.profile ??
    offered.find((known) => known === sources.cookie) ??
    localeOfBrowser(sources.acceptLanguage, offered) ??
    sources.fallback
  return { locale, asked: false, refused: query !== undefined && query !== null && query !== '' }
}

/** The offered language that an `Accept-Language` header prefers: `de-AT,en;q=0.8` → `de`. */
export function localeOfBrowser(
  header: string | null,
  offered: readonly Locale[]
): Locale | undefined {
  if (!header) return undefined
  const tags = header.slice(0, LONGEST_HEADER).split(',', MOST_TAGS)
  let best: { locale: Locale; weight: number } | undefined
  for (const tag of tags) {
    const [name, ...parameters] = tag.split(';')
    const language = name.trim().toLowerCase().split('-')[0]
    const locale = offered.find((known) => known === language)
    if (!locale) continue
    const weight = weightOf(parameters)
    if (weight > 0 && (!best || weight > best.weight)) best = { locale, weight }
  }
  return best?.locale
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
  if (quality === undefined) return 1
  const weight = Number(quality.slice(2))
  return weight >= 0 && weight <= 1 ? weight : 0
}
