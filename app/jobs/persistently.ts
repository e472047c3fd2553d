import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { errorRecord } from '#core/platform'

const PAUSES_MS = [100, 300, 1000, 3000]

/**
 * Writes down what has happened outside (a mail was taken, a job was done) although the database
 * is in trouble for a moment: five attempts within some four seconds, then the error is thrown.
 */
export async function persistently<T>(write: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await write()
    } catch (error) {
      logger.error({ error: errorRecord(error) }, 'An outcome could not be stored yet')
      await sleep(pause)
    }
  }
  return write()
}
