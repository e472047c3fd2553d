import db from '@adonisjs/lucid/services/db'
import { keptAnswers } from '#core/platform'
import { RULES } from '#app/scheduling/domain/change_triggers'
import { changeCounts } from '#app/scheduling/queries/change_counts'

/**
 * Keeps what is made of services, resources, hours and locations until one of them changes,
 * whichever process changes it; asking costs one statement. The value serves many requests:
 * never change it.
 */
export function whileRulesStand<T>(load: () => Promise<T>): () => Promise<T> {
  const kept = keptAnswers<{ value: T }>(1)
  return async () => {
    const { rules } = await changeCounts(db.connection(), RULES)
    const found = kept.find('', String(rules))
    if (found) return found.value
    const value = await load()
    kept.keep('', String(rules), { value })
    return value
  }
}
