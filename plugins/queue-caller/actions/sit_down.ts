import { clock, isUniqueViolation, rows, transaction, type Result, type Trx } from '#core/platform'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import type { Counter } from '#plugins/queue-caller/models/counter'
import { CounterSession } from '#plugins/queue-caller/models/counter_session'

type Wish = {
  counter: Counter
  userId: number
  automatic: boolean
  /** Ends the session of somebody else who forgot to leave the counter. */
  takeOver: boolean
}

/** Where they sat; not while somebody is called or served there, unless they stay at that counter. */
const LEAVE = `update queue_caller_sessions set closed_at = ? where user_id = ? and closed_at is null and (counter_id = ? or not exists (select 1 from queue_caller_tickets t where t.counter_id = queue_caller_sessions.counter_id and t.state in ('called', 'serving'))) returning id`
const OWN = 'select 1 from queue_caller_sessions where user_id = ? and closed_at is null'
const TAKE_OVER = `update queue_caller_sessions set closed_at = ? where counter_id = ? and closed_at is null returning id`

/** Staff sit down at a counter; where they sat before they leave, unless somebody is there. */
export class SitDown {
  async handle(wish: Wish): Promise<Result<{ session: CounterSession }, 'taken' | 'has_ticket'>> {
    const { counter, userId, automatic, takeOver } = wish
    try {
      return await transaction(async (trx) => {
        const now = clock.now()
        await rows(trx, LEAVE, [now, userId, counter.id])
        if ((await rows(trx, OWN, [userId])).length > 0) return { ok: false, reason: 'has_ticket' }
        if (takeOver) await rows(trx, TAKE_OVER, [now, counter.id])
        const session = await CounterSession.create(
          { counterId: counter.id, userId, automatic, openedAt: now },
          { client: trx }
        )
        await queueChanged(trx, counter.locationId)
        return { ok: true, session }
      })
    } catch (error) {
      if (isUniqueViolation(error)) return { ok: false, reason: 'taken' }
      throw error
    }
  }
}

const END = `update queue_caller_sessions set closed_at = ? where id = ? and closed_at is null and not exists (select 1 from queue_caller_tickets t where t.counter_id = queue_caller_sessions.counter_id and t.state in ('called', 'serving')) returning id`

/** Somebody leaves the counter, with nobody in front of it. */
export class LeaveCounter {
  async handle(
    session: CounterSession & { counter: Counter }
  ): Promise<Result<object, 'has_ticket'>> {
    return transaction(async (trx) => {
      const ended = await rows(trx, END, [clock.now(), session.id])
      if (ended.length === 0) return { ok: false, reason: 'has_ticket' }
      await queueChanged(trx, session.counter.locationId)
      return { ok: true }
    })
  }
}

/** A pause, its end, or automatic calls on and off (Q4). */
export class ChangeSession {
  async handle(
    session: CounterSession & { counter: Counter },
    change: { paused: boolean } | { automatic: boolean }
  ): Promise<void> {
    await transaction(async (trx) => {
      await save(trx, session, change)
      await queueChanged(trx, session.counter.locationId)
    })
  }
}

async function save(
  trx: Trx,
  session: CounterSession,
  change: { paused: boolean } | { automatic: boolean }
) {
  session.useTransaction(trx)
  if ('automatic' in change) session.automatic = change.automatic
  else session.pausedAt = change.paused ? clock.now() : null
  await session.save()
}
