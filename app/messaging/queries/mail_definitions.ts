import { allContributions } from '#core/platform'
import type { MailDefinition } from '#app/messaging/definitions'

/** Every kind of mail, those of disabled plugins included: their old mails stay readable. */
export function mailDefinitions(): MailDefinition[] {
  return allContributions('mails').flatMap(({ value }) => value)
}

export function mailDefinition(id: string): MailDefinition | undefined {
  return mailDefinitions().find((definition) => definition.id === id)
}

/** Does this kind of mail carry a secret that staff must not read? Unknown kinds count as such. */
export function isConfidential(template: string): boolean {
  return mailDefinition(template)?.confidential ?? !mailDefinition(template)
}
