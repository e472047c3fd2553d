import db from '@adonisjs/lucid/services/db'
import { keptAnswers, type Client, type Trx } from '#core/platform'
import { RULES } from '#app/scheduling/domain/change_triggers'
import { changeCounts } from '#app/scheduling/queries/change_counts'

interface StandingAnswer<T> {
  /** The value as it stands now; asking costs one statement. */
  now(): Promise<T>
  /** The same inside a transaction, which may have changed rules itself and may yet roll back. */
  within(trx: Trx): Promise<T>
}

/**
 * Keeps what is made of services, resources, hours and locations until one of them changes,
 * whichever process changes it. The value serves many requests: never change it.
 */
export function whileRulesStand<T>(load: (client: Client) => Promise<T>): StandingAnswer<T> {
  const kept = keptAnswers<{ value: T }>(1)
  async function keptBy(client: Client): Promise<{ rules: string; found?: { value: T } }> {
    const rules = String((await changeCounts(client, RULES)).rules)
    return { rules, found: kept.find('', rules) }
  }
  return {
    async now() {
      const client = db.connection()
      const { rules, found } = await keptBy(client)
      if (found) return found.value
      const value = await load(client)
      kept.keep('', rules, { value })
      return value
    },
    async within(trx) {
      const { found } = await keptBy(trx)
      return found ? found.value : load(trx)
    },
  }
}
