import type { Answers, FormField } from './fields.js'

/** Words that somebody agreed to, and the language in which they read them. */
export type GivenConsent = { label: FormField['label']; locale: string }

/** The consents among the answers to a form, against the fields that were answered. */
export function givenConsents(fields: readonly FormField[], answers: Answers): GivenConsent[] {
  return fields.flatMap(({ key, kind, label }) => {
    const answer = kind === 'consent' && Object.hasOwn(answers, key) ? answers[key] : null
    const isGiven = typeof answer === 'object' && answer !== null && 'accepted' in answer
    return isGiven && answer.accepted ? [{ label, locale: answer.locale }] : []
  })
}
