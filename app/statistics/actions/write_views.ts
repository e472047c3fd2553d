import { hash } from 'node:crypto'
import { randomId, rows, transaction, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import {
  added,
  countsOf,
  PAUSE_MS,
  stretchesOf,
  type Count,
  type Stretch,
  type View,
} from '#app/statistics/domain/views'
import { countingZone } from '#app/statistics/queries/zone'

/** Adds views to the sums of their days; of a visitor nothing stays but a hash until the day ends. */
export async function writeViews(views: readonly View[]): Promise<void> {
  const zone = await countingZone()
  const dayOf = (instant: number) => localDateOf(zone, instant)
  const stretches = stretchesOf(views, dayOf)
  await transaction(async (trx) => {
    const salts = await saltsOf(trx, [...new Set(stretches.map(({ day }) => day))].sort())
    const counts = countsOf(views, dayOf)
    for (const stretch of inOneOrder(stretches, salts)) counts.push(...(await seen(trx, stretch)))
    for (const count of added(counts)) await add(trx, count)
  })
}

/** Each day has a salt of its own, deleted with its hashes: nobody is known again the day after. */
async function saltsOf(trx: Trx, days: readonly string[]): Promise<Map<string, string>> {
  const salts = new Map<string, string>()
  for (const day of days) {
    await rows(
      trx,
      'insert into statistics_salts (day, salt) values (?, ?) on conflict (day) do nothing',
      [day, randomId()]
    )
    const [row] = await rows<{ salt: string }>(
      trx,
      'select salt from statistics_salts where day = ?',
      [day]
    )
    salts.set(day, row.salt)
  }
  return salts
}

const inOneOrder = (stretches: readonly Stretch[], salts: Map<string, string>): Stretch[] =>
  stretches
    .map((one) => {
      const visitor = hash('sha256', `${salts.get(one.day)}:${one.visitor}`, 'base64url')
      return { ...one, visitor: visitor.slice(0, 22) }
    })
    .sort((a, b) => (a.visitor < b.visitor ? -1 : a.visitor > b.visitor ? 1 : a.first - b.first))

/** The first of the day is a visitor and a visit, another after a pause is a further visit. */
async function seen(trx: Trx, { day, visitor, first, last }: Stretch): Promise<Count[]> {
  const one = (name: string): Count => ({ day, kind: 'total', name, amount: 1 })
  const isNew = await rows(
    trx,
    `insert into statistics_visitors (day, visitor, last_at) values (?, ?, ?)
     on conflict (day, visitor) do nothing returning 1`,
    [day, visitor, last]
  )
  if (isNew.length > 0) return [one('visitors'), one('visits')]
  const isBack = await rows(
    trx,
    `update statistics_visitors set last_at = ? where day = ? and visitor = ? and last_at <= ?
     returning 1`,
    [last, day, visitor, first - PAUSE_MS]
  )
  if (isBack.length > 0) return [one('visits')]
  await rows(
    trx,
    'update statistics_visitors set last_at = ? where day = ? and visitor = ? and last_at < ?',
    [last, day, visitor, last]
  )
  return []
}

const add = (trx: Trx, { day, kind, name, amount }: Count) =>
  rows(
    trx,
    `insert into statistics_counts (day, kind, name, amount) values (?, ?, ?, ?)
     on conflict (day, kind, name) do update set amount = statistics_counts.amount + excluded.amount`,
    [day, kind, name, amount]
  )
