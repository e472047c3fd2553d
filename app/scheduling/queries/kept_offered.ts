import db from '@adonisjs/lucid/services/db'
import { clock, keptAnswers } from '#core/platform'
import { dayBounds, localDateOf } from '#app/scheduling/domain/local_time'
import { timeLimits } from '#app/scheduling/domain/time_limits'
import { changeCounts, type ChangeCounts } from '#app/scheduling/queries/change_counts'
import {
  offeredStarts,
  type Days,
  type Offered,
  type TimesQuestion,
} from '#app/scheduling/queries/offered'
import { nextLapse, questionOf, stampOf } from '#app/scheduling/queries/questions'
import { serviceSetup } from '#app/scheduling/queries/service_setup'

/** True from one moment (epoch ms) to another, as long as nothing is written. */
interface KeptOffered {
  readonly offered: Offered
  readonly from: number
  readonly until: number
}

const kept = keptAnswers<Promise<KeptOffered>>(500)

/**
 * Grid and places of some days, kept until the database counts a change; a crowd that asks at once
 * shares one reading. One statement; three when something has changed, three more when the rules
 * have.
 */
export async function keptOffered(ask: TimesQuestion, window: Days): Promise<Offered> {
  const counts = await changeCounts(db.connection(), ask.location.id)
  const question = questionOf(ask, window.fromDay, window.days)
  const stamp = stampOf(counts)
  const now = clock.now()
  const found = kept.find(question, stamp)
  // No pause where nothing is kept: others that ask at this moment must find the reading below.
  if (found) {
    const { offered, from, until } = await found
    if (from <= now && now <= until) return offered
  }
  const reading = readOffered(ask, window, { counts, now })
  kept.keep(question, stamp, reading)
  reading.catch(() => kept.drop(question))
  return (await reading).offered
}

async function readOffered(
  ask: TimesQuestion,
  window: Days,
  { counts, now }: { counts: ChangeCounts; now: number }
): Promise<KeptOffered> {
  const client = db.connection()
  const setup = await serviceSetup(client, ask, counts)
  const lapse = await nextLapse(client, ask.location.id, now)
  const offered = await offeredStarts(client, ask, window, setup)
  return { offered, from: now, until: Math.min(lapse, endOfLimits(ask, offered, now)) }
}

/** Until notice forbids the first free start, or the horizon reaches another day. */
function endOfLimits(
  { service, location, audience }: TimesQuestion,
  offered: Offered,
  now: number
) {
  const { earliest } = timeLimits(service, location.zone, audience, now)
  const first = offered.places.findIndex((places) => places > 0)
  const midnight = dayBounds(location.zone, localDateOf(location.zone, now)).to - 1
  if (first < 0) return midnight
  return Math.min(midnight, offered.calendar.starts[first] * 60_000 - (earliest - now))
}
