import type { Choice, Purpose, Question } from '#app/consent/domain/choice'

/** What is asked of visitors at present, and what this one answered. */
export interface Consent {
  readonly question: Question
  /** What the cookie holds, also one that no longer answers; null without any. */
  readonly choice: Choice | null
  /** Something optional is on, and there is no answer that still holds. */
  readonly isAsked: boolean
  agrees(purpose: Purpose): boolean
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    consent: Consent
  }
}
