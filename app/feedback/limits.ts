import { defineLimit } from '#core/web'

/** Reports of one address; without JavaScript each counts three times. */
export const REPORT_LIMIT = defineLimit({ id: 'feedback.report', points: 12, seconds: 3600 })
