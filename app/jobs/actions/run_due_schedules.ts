import { clock, contributions, rows, transaction } from '#core/platform'
import { enqueue } from '#app/jobs/actions/enqueue'
import type { ScheduleDefinition } from '#app/jobs/definitions'
import { latestDue } from '#app/jobs/domain/schedule_times'

/** Schedules that this process knows to have been seen to, with the instant. */
export type SeenSchedules = Map<string, number>

/** The row (schedule, instant) can be inserted once, so of many processes one enqueues the job. */
async function enqueueOnce(schedule: ScheduleDefinition, due: number): Promise<boolean> {
  return transaction(async (trx) => {
    const inserted = await rows(
      trx,
      'insert into jobs_schedule_runs (schedule, run_at) values (?, ?) on conflict do nothing returning run_at',
      [schedule.id, due]
    )
    if (inserted.length === 0) return false
    await enqueue(trx, schedule.job, schedule.payload as never, {
      dedupeKey: `schedule:${schedule.id}`,
    })
    return true
  })
}

/**
 * Turns schedules of core modules and enabled plugins that are due into jobs; a time missed while
 * nothing ran is made up for once. Returns how many were enqueued.
 */
export async function runDueSchedules(seen: SeenSchedules = new Map()): Promise<number> {
  const schedules = (await contributions('schedules')).flatMap(({ value }) => value)
  let enqueued = 0
  for (const schedule of schedules) {
    const due = latestDue(schedule.cron, clock.now())
    if (due === null || seen.get(schedule.id) === due) continue
    if (await enqueueOnce(schedule, due)) enqueued++
    seen.set(schedule.id, due)
  }
  return enqueued
}
