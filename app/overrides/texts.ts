import type { TranslationsLoaderContract } from '@adonisjs/i18n/types'
import { FALLBACK_LOCALE, isLocale } from '#core/organisation'
import { checkMessage, type MessageProblem } from '#app/overrides/domain/check_message'
import { knownOriginals, type KnownOriginals } from '#app/overrides/known_originals'
import { filesBelow, overridesFolder, readOverride, type OverrideFile } from '#app/overrides/files'

type Texts = Record<string, Record<string, string>>
type FileProblem = 'not_json' | 'not_a_language' | 'too_large'

export type TextOverrides = {
  /** `de/booking.json` */
  file: string
  /** Texts of it that are in use. */
  used: number
  problem: FileProblem | null
  /** Keys whose shipped text has changed since the operator wrote theirs. */
  changed: string[]
  problems: { key: string; reason: MessageProblem }[]
}

let states: TextOverrides[] = []

/** The operator's files of texts, as they were read last. */
export const textOverrides = (): readonly TextOverrides[] => states

/**
 * The operator's texts from `overrides/lang/<language>/<file>.json`. Each is held against the
 * text that it replaces; one that would not do is left out, so that the original is shown.
 */
export class OverriddenTexts implements TranslationsLoaderContract {
  constructor(private readonly originals: readonly TranslationsLoaderContract[]) {}

  async load(): Promise<Texts> {
    const folder = overridesFolder('lang')
    const files = await filesBelow(folder, '.json')
    const read: TextOverrides[] = []
    const texts: Texts = {}
    const shipped = files.length > 0 ? await this.#shipped() : {}
    const originals = await knownOriginals()
    for (const file of files) {
      read.push(await readFileOfTexts(folder, file, { texts, shipped, originals }))
    }
    await originals.keep()
    states = read
    return texts
  }

  async #shipped(): Promise<Texts> {
    const all: Texts = {}
    for (const loader of this.originals) {
      for (const [locale, texts] of Object.entries(await loader.load())) {
        all[locale] = Object.assign(all[locale] ?? {}, texts)
      }
    }
    return all
  }
}

type Catalogues = { texts: Texts; shipped: Texts; originals: KnownOriginals }

async function readFileOfTexts(
  folder: string,
  file: OverrideFile,
  { texts, shipped, originals }: Catalogues
): Promise<TextOverrides> {
  const state: TextOverrides = {
    file: file.path,
    used: 0,
    problem: null,
    changed: [],
    problems: [],
  }
  const [locale, ...inside] = file.path.replace(/\.json$/, '').split('/')
  const content = await readOverride(folder, file)
  if (content === null) return { ...state, problem: 'too_large' }
  if (!isLocale(locale) || inside.length === 0) return { ...state, problem: 'not_a_language' }
  const entries = entriesIn(content, inside.join('.'))
  if (entries === null) return { ...state, problem: 'not_json' }
  for (const [key, message] of entries) {
    const original = shipped[locale]?.[key] ?? shipped[FALLBACK_LOCALE]?.[key]
    const reason = checkMessage(message, original, locale)
    if (reason) state.problems.push({ key, reason })
    else {
      texts[locale] = { ...texts[locale], [key]: String(message) }
      state.used += 1
      if (originals.hasChanged(`${locale}:${key}`, String(message), original!)) {
        state.changed.push(key)
      }
    }
  }
  return state
}

/** Every text with its key, `booking.home.title`; null when the file is no JSON object. */
function entriesIn(content: string, namespace: string): [string, unknown][] | null {
  try {
    const value: unknown = JSON.parse(content)
    return isObject(value) ? flattened(value, namespace) : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function flattened(value: Record<string, unknown>, prefix: string): [string, unknown][] {
  return Object.entries(value).flatMap(([name, inner]): [string, unknown][] =>
    isObject(inner) ? flattened(inner, `${prefix}.${name}`) : [[`${prefix}.${name}`, inner]]
  )
}
