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
  /** The purposes that there were to choose from. */
  readonly asked: readonly Purpose[]
  readonly agreed: readonly Purpose[]
}

/** What is asked at present. */
export interface Question {
  readonly version: number
  readonly purposes: readonly Purpose[]
}

const LETTERS: Record<Purpose, string> = { statistics: 's', performance: 'p', functional: 'f' }
const WRITTEN = /^(\d{1,6})\.([0-9a-z]{1,9})\.(s?p?f?)\.(s?p?f?)$/

const lettersOf = (purposes: readonly Purpose[]) =>
  PURPOSES.filter((purpose) => purposes.includes(purpose))
    .map((purpose) => LETTERS[purpose])
    .join('')

const purposesOf = (letters: string) =>
  PURPOSES.filter((purpose) => letters.includes(LETTERS[purpose]))

/** A choice as its cookie holds it, e.g. `2.q3f5x1.spf.s`; nothing in it tells people apart. */
export const writeChoice = ({ version, at, asked, agreed }: Choice): string =>
  [version, Math.floor(at / DAY).toString(36), lettersOf(asked), lettersOf(agreed)].join('.')

/**
 * The choice that a cookie holds, to the day; null when nobody could have made it. Only what was
 * asked can be agreed to.
 */
export function readChoice(text: string): Choice | null {
  const [, version, day, asked, agreed] = WRITTEN.exec(text) ?? []
  if (version === undefined) return null
  const known = purposesOf(asked)
  const choice = {
    ...{ version: Number(version), at: parseInt(day, 36) * DAY, asked: known },
    agreed: purposesOf(agreed).filter((purpose) => known.includes(purpose)),
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
