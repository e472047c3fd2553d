import { defineLimit } from '#core/web'

/** Visits booked and dates changed by one account; each takes a doctor's time from others. */
export const PATIENT_LIMIT = defineLimit({ id: 'patient-visits.change', points: 30, seconds: 3600 })
