import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'
import type { Kind } from '#app/statistics/domain/views'
import type { Period } from '#app/statistics/domain/periods'

/** Sums of a day or of a month; `part` is empty where only the whole period is summed. */
export type Sum = { part: string; kind: Kind; name: string; amount: number }

/** Visitors, visits and views of each part of a period, and the rest over all of it. */
export async function countsIn({ from, parts }: Period): Promise<Sum[]> {
  const part = `case when kind = 'total' then substr(day, 1, ${parts[0].length}) else '' end`
  const found = await rows<Sum>(
    db.connection(),
    `select ${part} as part, kind, name, sum(amount) as amount from statistics_counts
     where day >= ? group by 1, 2, 3`,
    [from]
  )
  return found.map((sum) => ({ ...sum, amount: Number(sum.amount) }))
}
