import { defineLimit } from '#core/web'

/** Codes asked for from one address; a house sets up a good many screens behind one. */
export const PAIRING_LIMIT = defineLimit({ id: 'devices.pairing', points: 60, seconds: 600 })

/** Codes that one person types, right ones and wrong ones. */
export const CODE_LIMIT = defineLimit({ id: 'devices.code', points: 30, seconds: 900 })
