/** Optional purposes, in the order in which they are asked for (V5). */
export const PURPOSES = ['statistics', 'performance', 'functional'] as const
export type Purpose = (typeof PURPOSES)[number]

/** So long a choice holds before it is asked for anew. */
export const CHOICE_DAYS = 180

const DAY = 86_400_000

/** What a visitor decided. */
export interface Choice {
  /** Of the text that they read. */
  readonly version: number
  /** epoch milliseconds */
  readonly at: number
  /** The purposes that something was done for. */
  readonly asked: readonly Purpose[]
  /** Also one that nothing is done for yet: that is asked again before it counts. */
  readonly agreed: readonly Purpose[]
  /** By which the visitor can show the choice, and nobody finds the visitor. */
  readonly proof: string
}

/** What is asked at present. */
export interface Question {
  readonly version: number
  readonly purposes: readonly Purpose[]
}

const LETTERS: Record<Purpose, string> = { statistics: 's', performance: 'p', functional: 'f' }
const WRITTEN = /^(\d{1,6})\.([0-9a-z]{1,9})\.(s?p?f?)\.(s?p?f?)\.([\w-]{22})$/

/** `sf` of statistics and functional, in the order in which they are asked for. */
export const lettersOf = (purposes: readonly Purpose[]): string =>
  PURPOSES.filter((purpose) => purposes.includes(purpose))
    .map((purpose) => LETTERS[purpose])
    .join('')

export const purposesOf = (letters: string): Purpose[] =>
  PURPOSES.filter((purpose) => letters.includes(LETTERS[purpose]))

/** A choice as its cookie holds it, e.g. `2.fk4.spf.s.` and its proof. */
export const writeChoice = ({ version, at, asked, agreed, proof }: Choice): string =>
  [version, Math.floor(at / DAY).toString(36), lettersOf(asked), lettersOf(agreed), proof].join('.')

/** The choice that a cookie holds, to the day; null when nobody could have made it. */
export function readChoice(text: string): Choice | null {
  const [, version, day, asked, agreed, proof] = WRITTEN.exec(text) ?? []
  if (version === undefined) return null
  const choice = {
    ...{ version: Number(version), at: parseInt(day, 36) * DAY, proof },
    ...{ asked: purposesOf(asked), agreed: purposesOf(agreed) },
  }
  return writeChoice(choice) === text ? choice : null
}

/**
 * Whether a choice answers what is asked: the same text, every purpose that there is now, and not
 * so long ago that it has to be asked for again.
 */
export function isAnswered(choice: Choice | null, question: Question, now: number): boolean {
  if (question.purposes.length === 0) return true
  if (!choice || choice.version !== question.version) return false
  if (choice.at > now || now - choice.at >= CHOICE_DAYS * DAY) return false
  return question.purposes.every((purpose) => choice.asked.includes(purpose))
}

/** Before a choice, and after one that no longer answers, nobody has agreed to anything. */
export const agreesTo = (
  purpose: Purpose,
  choice: Choice | null,
  question: Question,
  now: number
): boolean =>
  question.purposes.includes(purpose) &&
  isAnswered(choice, question, now) &&
  choice!.agreed.includes(purpose)
