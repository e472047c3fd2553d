import type { ScreenPreset } from '#plugins/queue-caller/domain/screen_presets'
import type { TicketState } from '#plugins/queue-caller/domain/ticket_states'

/** A ticket as it was last announced; never who it belongs to. */
export interface Announced {
  readonly id: number
  readonly code: string
  readonly lineId: number
  readonly counterId: number
  /** The label of the counter. */
  readonly counter: string
  /** What the voice says of the counter. */
  readonly spoken: string | null
  /** When it was last announced, in epoch milliseconds. */
  readonly at: number
  readonly calls: number
  readonly state: TicketState
}

export interface CounterNow {
  readonly id: number
  readonly label: string
  readonly state: 'open' | 'paused' | 'closed'
}

/** Everything that the screens of a location show, at one moment. */
export interface CallsNow {
  /** Time of the server: the clock of a screen may be wrong. */
  readonly now: number
  /** End of the business day; what was called on it is shown no longer. */
  readonly until: number
  /** Newest first. */
  readonly calls: readonly Announced[]
  readonly counters: readonly CounterNow[]
  /** Changes with what a screen is set up to show, by its id. */
  readonly setups: Readonly<Record<number, string>>
}

/** What a screen is set up to show. */
export interface ScreenSetup {
  readonly preset: ScreenPreset
  /** Empty: all lines. */
  readonly lineIds: readonly number[]
  readonly counterId: number | null
}

/** At a counter: `called` and `serving` with the number, else what the counter is doing. */
export type CounterWord = 'called' | 'serving' | 'free' | 'paused' | 'closed'

export interface ShownCalls {
  /** Who is called or served; null when the last one called is neither any more. */
  readonly current: Announced | null
  /** It was called a moment ago. */
  readonly isFresh: boolean
  /** Those called before, newest first. */
  readonly last: readonly Announced[]
  /** Of the preset `counter`. */
  readonly word: CounterWord | null
}

/** So many earlier calls are listed. */
export const LISTED: Readonly<Record<ScreenPreset, number>> = {
  line: 3,
  lines: 6,
  portrait: 8,
  counter: 0,
}

const FRESH_MS = 10_000

const isCurrent = ({ state }: Announced) => state === 'called' || state === 'serving'

const isAskedFor = ({ preset, lineIds, counterId }: ScreenSetup, call: Announced) =>
  preset === 'counter'
    ? call.counterId === counterId
    : lineIds.length === 0 || lineIds.includes(call.lineId)

/** The calls of a location that a screen is about, newest first; none once their day is over. */
export const callsOf = ({ calls, until }: CallsNow, setup: ScreenSetup, at: number): Announced[] =>
  at < until ? calls.filter((call) => isAskedFor(setup, call)) : []

/**
 * What stands on a screen.
 *
 * @param at the server's time
 * @param isKnown false while the connection is lost: then nobody is shown as called
 */
export function shownCalls(
  now: CallsNow,
  setup: ScreenSetup,
  { at, isKnown }: { at: number; isKnown: boolean }
): ShownCalls {
  const calls = callsOf(now, setup, at)
  const newest = calls.at(0)
  const current = isKnown && newest && isCurrent(newest) ? newest : null
  return {
    current,
    isFresh: current?.state === 'called' && at - current.at < FRESH_MS,
    last: calls.slice(current ? 1 : 0).slice(0, LISTED[setup.preset]),
    word: setup.preset === 'counter' ? wordOf(now, setup, current) : null,
  }
}

function wordOf(
  { counters }: CallsNow,
  { counterId }: ScreenSetup,
  current: Announced | null
): CounterWord {
  if (current) return current.state === 'called' ? 'called' : 'serving'
  const state = counters.find(({ id }) => id === counterId)?.state ?? 'closed'
  return state === 'open' ? 'free' : state
}
