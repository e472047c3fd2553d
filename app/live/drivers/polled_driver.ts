import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { clock, errorRecord, randomId, rows, transaction, type Trx } from '#core/platform'
import type { LiveDriver, LiveListeners } from '#app/live/drivers/live_driver'

const POLL_MS = 250
const BATCH = 500
const INSERT = 'insert into live_messages (channel, origin, created_at) values (?, ?, ?)'

/**
 * For SQLite: a message is a row that the other processes find by looking every 250 ms (one read
 * by primary key). Ids grow in the order of commits there, since only one transaction writes.
 */
export class PolledDriver implements LiveDriver {
  readonly #origin = randomId()
  #last = 0
  #timer: NodeJS.Timeout | null = null
  #look: Promise<void> = Promise.resolve()
  #listeners: LiveListeners | null = null

  async start(listeners: LiveListeners): Promise<void> {
    this.#listeners = listeners
    const row = await db.from('live_messages').max('id as last').first()
    this.#last = Number(row?.last ?? 0)
    this.#schedule()
  }

  async publish(trx: Trx | null, channel: string): Promise<void> {
    const message = [channel, this.#origin, clock.now()]
    if (trx) await rows(trx, INSERT, message)
    else await transaction((alone) => rows(alone, INSERT, message))
  }

  async stop(): Promise<void> {
    this.#listeners = null
    if (this.#timer) clearTimeout(this.#timer)
    await this.#look
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#look = this.#read().finally(() => {
        if (this.#listeners) this.#schedule()
      })
    }, POLL_MS)
  }

  async #read(): Promise<void> {
    try {
      const messages: { id: number; channel: string; origin: string }[] = await db
        .from('live_messages')
        .where('id', '>', this.#last)
        .orderBy('id')
        .limit(BATCH)
        .select('id', 'channel', 'origin')
      for (const message of messages) {
        this.#last = message.id
        if (message.origin !== this.#origin) this.#listeners?.changed(message.channel)
      }
    } catch (error) {
      logger.error({ error: errorRecord(error) }, 'Live messages could not be read')
    }
  }
}
