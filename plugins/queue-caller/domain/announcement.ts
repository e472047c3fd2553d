/** A ticket that is called: its code, and the name of the counter as it is known there. */
export interface CalledTicket {
  /** `A042` of a walk-in, `AA042` of an appointment. */
  readonly code: string
  /** `Counter 3`, `3`, `B`; null where there is none. */
  readonly spoken: string | null
}

const COUNTER = /(?:^|[^\p{L}\p{N}])(?:0*([1-9]\d?)|([A-Z]))$/iu

/**
 * The recorded clips that announce a ticket, in order. The same names in every language: what
 * differs between languages is in the recordings.
 *
 *     clipsOf({ code: 'A042', spoken: 'Counter 3' })  // number A 42 counter 3
 *     clipsOf({ code: 'AA342', spoken: null })        // number A A hundred_300 42
 */
export function clipsOf({ code, spoken }: CalledTicket): string[] {
  const letters = code.toUpperCase().match(/[A-Z]/g) ?? []
  const digits = /\d+$/.exec(code)?.[0] ?? ''
  return ['number', ...letters, ...numberClips(digits), ...counterClips(spoken)]
}

/**
 * A number without its leading zeros up to 999: "342" is hundred_300 + 42, "300" is one clip. Four
 * digits are read in pairs, as people read them out: 1042 is 10 + 42, 1005 is 10 + 0 + 5. Longer
 * ones digit by digit.
 */
function numberClips(digits: string): string[] {
  const number = Number(digits)
  if (digits === '') return []
  if (number > 9999) return [...digits]
  if (number > 999) return [String(Math.floor(number / 100)), ...lastPair(number % 100)]
  const rest = number % 100
  if (number < 100 || rest === 0) return [String(number)]
  return [`hundred_${number - rest}`, String(rest)]
}

const lastPair = (pair: number): string[] => (pair < 10 ? ['0', String(pair)] : [String(pair)])

/** Of other names than a number to 99 or a single letter there is no recording. */
function counterClips(spoken: string | null): string[] {
  const [, number, letter] = COUNTER.exec(spoken?.trim() ?? '') ?? []
  const name = number ?? letter?.toUpperCase()
  return name === undefined ? [] : ['counter', name]
}
