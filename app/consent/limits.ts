import { defineLimit } from '#core/web'

/** Choices from one address, behind which a whole office may sit; each of them is a row. */
export const CHOICE_LIMIT = defineLimit({ id: 'consent.choice', points: 300, seconds: 3600 })
