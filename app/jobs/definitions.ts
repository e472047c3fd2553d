export type JobRun = {
  /** 1 on the first run. */
  attempt: number
}

/** A kind of background work. Payloads are small JSON: ids, never names or addresses. */
export type JobType<P extends object> = {
  /** Prefixed with its module or plugin, e.g. `scheduling.expire_holds`. */
  id: string
  /** Runs at least once, so it must be idempotent. Throw to have it tried again later. */
  handle: (payload: P, run: JobRun) => Promise<void>
  /** Called once when the last attempt has failed. */
  abandoned?: (payload: P, reason: string) => Promise<void>
}

export type JobDefinition = JobType<never>

export type ScheduleDefinition = {
  /** Prefixed with its module or plugin; usually the id of its job. */
  id: string
  /** Five or six fields (seconds first when six), read in UTC. */
  cron: string
  job: JobDefinition
  payload: object
}

export const defineJob = <P extends object>(job: JobType<P>): JobType<P> => job

/** Has a job enqueued at the times of a cron pattern, once over all processes. */
export function defineSchedule<P extends object>(schedule: {
  id: string
  cron: string
  job: JobType<P>
  payload: P
}): ScheduleDefinition {
  return schedule
}

/** The module or plugin to which an id belongs: what stands before the first dot. */
export function ownerOf(id: string): string {
  return id.replace(/^event:/, '').split('.')[0]
}
