import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import pg from 'pg'
import { errorRecord, randomId, type Trx } from '#core/platform'
import type { LiveDriver, LiveListeners } from '#app/live/drivers/live_driver'

const TOPIC = 'sportello_live'
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000
const PROBE_MS = 10_000

/**
 * For PostgreSQL: NOTIFY in the business transaction, delivered by the server at commit to a
 * connection that listens. When that connection breaks, a new one is made and everything that is
 * watched is read again, since messages of the gap are gone.
 */
export class NotifyDriver implements LiveDriver {
  readonly #origin = randomId()
  #client: pg.Client | null = null
  #listeners: LiveListeners | null = null
  #timer: NodeJS.Timeout | null = null
  #probe: NodeJS.Timeout | null = null
  #pause = FIRST_PAUSE_MS

  constructor(private readonly connectionString: string) {}

  async start(listeners: LiveListeners): Promise<void> {
    this.#listeners = listeners
    await this.#connect()
  }

  async publish(trx: Trx | null, channel: string): Promise<void> {
    await (trx ?? db).rawQuery('select pg_notify(?, ?)', [TOPIC, `${this.#origin} ${channel}`])
  }

  async stop(): Promise<void> {
    this.#listeners = null
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#probe) clearInterval(this.#probe)
    await this.#client?.end()
    this.#client = null
  }

  async #connect(): Promise<void> {
    const client = this.#newClient()
    try {
      await client.connect()
      await client.query(`listen ${TOPIC}`)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    // Stopped while it was connecting.
    if (!this.#listeners) return client.end()
    this.#client = client
    this.#pause = FIRST_PAUSE_MS
    // A connection can die without a word; a question it must answer finds out.
    this.#probe = setInterval(() => {
      client.query('select 1').catch((error) => this.#lost(client, error))
    }, PROBE_MS)
  }

  #newClient(): pg.Client {
    const client = new pg.Client({
      connectionString: this.connectionString,
      keepAlive: true,
      connectionTimeoutMillis: PROBE_MS,
      query_timeout: PROBE_MS,
    })
    client.on('notification', ({ payload = '' }) => this.#hear(payload))
    client.on('error', (error) => this.#lost(client, error))
    client.on('end', () => this.#lost(client, new Error('the connection ended')))
    return client
  }

  #hear(payload: string): void {
    const [origin, channel] = payload.split(' ', 2)
    if (origin !== this.#origin && channel) this.#listeners?.changed(channel)
  }

  #lost(client: pg.Client, error: Error): void {
    if (client !== this.#client || !this.#listeners) return
    logger.warn({ error: errorRecord(error) }, 'The live connection to the database was lost')
    this.#client = null
    if (this.#probe) clearInterval(this.#probe)
    client.end().catch(() => {})
    this.#reconnectLater()
  }

  #reconnectLater(): void {
    this.#timer = setTimeout(async () => {
      try {
        await this.#connect()
        this.#listeners?.missed()
      } catch {
        if (this.#listeners) this.#reconnectLater()
      }
    }, this.#pause)
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
  }
}
