import logger from '@adonisjs/core/services/logger'
import { errorRecord } from '#core/platform'
import type { FoundRecord } from '#app/admin/definition'

/** What is found, with what it is remembered by once a person has opened it. */
export type Line = FoundRecord & { target?: string }

/** One kind that fails takes nothing else with it. */
export async function guarded<T>(id: string, otherwise: T, find: () => Promise<T>): Promise<T> {
  try {
    return await find()
  } catch (error) {
    logger.error({ error: errorRecord(error) }, 'The search of %s failed', id)
    return otherwise
  }
}
