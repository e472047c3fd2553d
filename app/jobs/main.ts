/** Background work and schedules: rows written in the business transaction, run at least once. */
export { defineJob, defineSchedule } from '#app/jobs/definitions'
export type { JobDefinition, JobRun, JobType, ScheduleDefinition } from '#app/jobs/definitions'
export { enqueue, type EnqueueOptions } from '#app/jobs/actions/enqueue'
export { runAgain } from '#app/jobs/actions/run_again'
export { runDueJobs } from '#app/jobs/actions/run_due_jobs'
export { runDueSchedules } from '#app/jobs/actions/run_due_schedules'
export { Job, JOB_STATES, type JobState } from '#app/jobs/models/job'
export { errorText } from '#app/jobs/domain/error_text'
