import type { Answer, Answers, FileAnswer } from './fields.js'

export const isFile = (answer: Answer | undefined): answer is FileAnswer =>
  typeof answer === 'object' && answer !== null && 'file' in answer

/** Public ids of all files among the answers. */
export function answeredFiles(answers: Answers): string[] {
  return Object.values(answers).flatMap((answer) => (isFile(answer) ? [answer.file] : []))
}

/** The answers with only those files that are still there; the others count as not answered. */
export function withFiles(answers: Answers, present: readonly string[]): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [
      key,
      isFile(answer) && !present.includes(answer.file) ? null : answer,
    ])
  )
}
