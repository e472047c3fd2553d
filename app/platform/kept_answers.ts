import { rememberToForget } from '#app/platform/cached'

/** Answers by question, each valid under the stamp with which it was kept. */
export type KeptAnswers<T> = {
  find(question: string, stamp: string): T | undefined
  keep(question: string, stamp: string, answer: T): void
  /** Forgets what was kept and turned out wrong. */
  drop(question: string): void
}

/**
 * Keeps at most so many answers in this process; the one least recently asked for makes room.
 * A stamp is what the database says of the state of things (a count of changes, a version), so an
 * answer is as fresh as the database.
 */
export function keptAnswers<T>(most: number): KeptAnswers<T> {
  const kept = new Map<string, { stamp: string; answer: T }>()
  rememberToForget({ forget: () => kept.clear() })
  return {
    find(question, stamp) {
      const found = kept.get(question)
      if (found?.stamp !== stamp) return undefined
      kept.delete(question)
      kept.set(question, found)
      return found.answer
    },
    keep(question, stamp, answer) {
      kept.delete(question)
      kept.set(question, { stamp, answer })
      if (kept.size > most) kept.delete(kept.keys().next().value!)
    },
    drop(question) {
      kept.delete(question)
    },
  }
}
