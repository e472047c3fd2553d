import { readWords } from '#plugins/helpdesk/domain/words'

export const SOLUTION_ANSWERS = ['accept', 'reject'] as const
export type SolutionAnswer = (typeof SOLUTION_ANSWERS)[number]

type Given = {
  readonly answer: SolutionAnswer | null
  readonly typed: string | null
  /** They have been asked once more what they wrote is meant to say. */
  readonly isSure: boolean
}

type Read =
  | { readonly ok: true; readonly answer: SolutionAnswer; readonly text: string | null }
  | { readonly ok: false; readonly reason: 'no_answer' | 'no_reason' | 'too_long' | 'unsure' }

/**
 * H5: rejecting needs a reason. Who accepts and writes something beside it is asked once more:
 * people press the wrong button, and what they wrote says the opposite.
 */
export function readSolutionAnswer({ answer, typed, isSure }: Given): Read {
  const words = readWords(typed)
  if (answer === null) return { ok: false, reason: 'no_answer' }
  if (!words.ok && words.reason === 'too_long') return { ok: false, reason: 'too_long' }
  const text = words.ok ? words.text : null
  if (answer === 'reject' && text === null) return { ok: false, reason: 'no_reason' }
  if (answer === 'accept' && text !== null && !isSure) return { ok: false, reason: 'unsure' }
  return { ok: true, answer, text }
}
