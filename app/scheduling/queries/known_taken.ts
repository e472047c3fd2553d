import db from '@adonisjs/lucid/services/db'
import { clock, keptAnswers, type Trx } from '#core/platform'
import { changeCounts, type ChangeCounts } from '#app/scheduling/queries/change_counts'
import type { TimesQuestion } from '#app/scheduling/queries/offered'
import { nextLapse, questionOf, stampOf } from '#app/scheduling/queries/questions'

type Wanted = TimesQuestion & { readonly startsAt: number }

/** Until when (epoch ms) a time stays taken if nothing is written, and since when. */
const taken = keptAnswers<{ from: number; until: number }>(1000)

/**
 * Whether a time was found taken and nothing has changed since: then a crowd that wants it is
 * refused without waiting for the locks of its day.
 */
export function isKnownTaken(wanted: Wanted, counts: ChangeCounts, now: number): boolean {
  const found = taken.find(questionOf(wanted, wanted.startsAt), stampOf(counts))
  return found !== undefined && found.from <= now && now <= found.until
}

/** The same before a transaction begins, for who would wait long for its turn. */
export async function isTakenForSure(wanted: Wanted): Promise<boolean> {
  const counts = await changeCounts(db.connection(), wanted.location.id)
  return isKnownTaken(wanted, counts, clock.now())
}

/** @param counts as they were before it was looked what is busy */
export async function rememberTaken(
  trx: Trx,
  wanted: Wanted,
  counts: ChangeCounts,
  now: number
): Promise<void> {
  const until = await nextLapse(trx, wanted.location.id, now)
  const question = questionOf(wanted, wanted.startsAt)
  trx.after('commit', () => taken.keep(question, stampOf(counts), { from: now, until }))
}
