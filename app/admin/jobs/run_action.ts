import { defineJob } from '#core/jobs'
import { publish } from '#core/live'
import { clock, writeRows } from '#core/platform'
import { RUN_ACTION } from '#app/admin/actions/start_run'
import { workThrough } from '#app/admin/actions/work_through'

type Payload = { run: number }

/** An action on many records, for whoever asked for it; begins where an earlier attempt stopped. */
export const RunAction = defineJob<Payload>({
  id: RUN_ACTION,
  handle: ({ run }) => workThrough(run),
  async abandoned({ run }) {
    const stopped = await writeRows<{ public_id: string }>(
      `update admin_action_runs set state = 'failed', finished_at = ?
         where id = ? and state = 'running' returning public_id`,
      [clock.now(), run]
    )
    for (const { public_id: id } of stopped) await publish(null, 'admin.run', { id })
  },
})
