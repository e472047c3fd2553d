import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import vite from '@adonisjs/vite/services/main'
import { channelName } from '#core/live'
import { translated, type Locale, type Location } from '#core/organisation'
import { counterLabel } from '#plugins/queue-caller/domain/counter_label'
import {
  LISTED,
  shownCalls,
  type Announced,
  type CallsNow,
} from '#plugins/queue-caller/domain/shown_calls'
import { languageAt } from '#plugins/queue-caller/domain/turn_of_languages'
import type { Screen } from '#plugins/queue-caller/models/screen'
import { soundFiles } from '#plugins/queue-caller/presenters/sound_files'
import { CALLS_CHANNEL } from '#plugins/queue-caller/queries/calls_now'

const WORDS = [
  ...['number', 'counter', 'wait', 'lost', 'as_of', 'enable_sound', 'sound_off'],
  ...['called', 'serving', 'free', 'paused', 'closed'],
] as const

/** A text in one of the languages that take turns on the screen. */
type Said = { language: Locale; text: string; shown: 'yes' | 'no' }

type Place = Pick<Location, 'id' | 'name' | 'zone'>

/** The page of a waiting-room screen as it stands now; its script goes on from `live`. */
export function presentScreen(
  { organisation, formats }: Pick<HttpContext, 'organisation' | 'formats'>,
  screen: Screen,
  { location, calls }: { location: Place; calls: CallsNow }
) {
  const { preset, lineIds, counterId, sound } = screen
  const languages = screen.locales.length > 0 ? screen.locales : [organisation.defaultLocale]
  const language = languageAt(languages, calls.now)
  const setup = { preset, lineIds, counterId }
  const shown = shownCalls(calls, setup, { at: calls.now, isKnown: true })
  const inTurn = (say: (locale: Locale) => string): Said[] =>
    languages.map((locale) => ({
      ...{ language: locale, text: say(locale) },
      shown: locale === language ? 'yes' : 'no',
    }))
  return {
    ...{ id: screen.id, preset, language, sound, place: location.name },
    label: counterLabel(calls.counters.find(({ id }) => id === counterId)?.label ?? ''),
    words: wordsOf(inTurn),
    notice: inTurn((locale) => translated(screen.notice, locale)).filter(({ text }) => text !== ''),
    time: formats(location.zone).time(calls.now),
    word: shown.word,
    current: presentCall(shown.current),
    fresh: shown.isFresh ? 'yes' : 'no',
    last: Array.from({ length: LISTED[preset] }, (_, at) => presentCall(shown.last.at(at))),
    live: JSON.stringify({
      ...{ setup, calls, languages, zone: location.zone, screenId: screen.id },
      channel: channelName(CALLS_CHANNEL, { location: location.id }),
      sounds: sound ? soundFiles(languages, (path) => vite.assetPath(path)) : null,
    }),
  }
}

/** The words of screens in every language whose turn comes. */
const wordsOf = (inTurn: (say: (locale: Locale) => string) => Said[]) =>
  Object.fromEntries(
    WORDS.map((word) => [
      word,
      inTurn((locale) => i18nManager.locale(locale).t(`queue-caller.screen.${word}`)),
    ])
  )

/** A place on the screen with its call, or empty until there is one. */
function presentCall(call: Announced | null | undefined) {
  if (!call) return { code: '', words: '', mark: '', state: 'none' }
  return { code: call.code, state: call.state, ...counterLabel(call.counter) }
}
