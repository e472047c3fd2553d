import { dataMap, notPersonal } from '#core/privacy'

/** Payloads hold ids alone; addresses are taken out of the errors before they are stored. */
export default dataMap({
  jobs_jobs: notPersonal(
    'id',
    'public_id',
    'kind',
    'owner',
    'payload',
    'dedupe_key',
    'state',
    'run_at',
    'attempts',
    'claimed_by',
    'claimed_until',
    'last_error',
    'created_at',
    'finished_at',
    'version'
  ),
  jobs_schedule_runs: notPersonal('schedule', 'run_at'),
  jobs_workers: notPersonal('id', 'started_at', 'seen_at'),
})
