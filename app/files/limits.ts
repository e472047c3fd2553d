import { defineLimit } from '#core/web'

/** Files that people without an account leave waiting, by address. */
export const UPLOAD_LIMIT = defineLimit({ id: 'files.upload', points: 60, seconds: 3600 })
