import { setTimeout as sleep } from 'node:timers/promises'
import { runJobHere } from '#core/jobs'
import { randomId, urlFor } from '#core/platform'
import { jobKey, RUN_ACTION, startRun } from '#app/admin/actions/start_run'
import type { Many, Values, Viewer } from '#app/admin/definition'
import type { ActionRun } from '#app/admin/models/action_run'

const LOOK_EVERY_MS = 1000

/** Hears of a run at its beginning, and about once a second while it gets on. */
export type Watch = (run: ActionRun, viewer: Viewer) => void

type Asked = { values: Values; viewer: Viewer; watch?: Watch }

/**
 * An action on many records, for who waits until it is over. The work of a long run is done here
 * unless a worker was faster, so none need be there; if that one dies, it goes on here.
 */
export async function runToTheEnd(
  many: Many,
  { values, viewer, watch = () => {} }: Asked
): Promise<ActionRun> {
  const back = urlFor('admin.today.show')
  const run = await startRun({ ...many, values, key: randomId(), back }, viewer)
  if (!run.isOver) watch(run, viewer)
  while (!run.isOver) {
    const work = runJobHere({ id: RUN_ACTION }, jobKey(run.id))
    const look = async () => {
      const { position } = run
      await run.refresh()
      if (run.position > position) watch(run, viewer)
    }
    await untilDone(work, look)
    await look()
    if (!run.isOver) await sleep(LOOK_EVERY_MS)
  }
  return run
}

async function untilDone(work: Promise<unknown>, meanwhile: () => Promise<void>): Promise<void> {
  const done = work.then(() => true)
  for (;;) {
    const patience = new AbortController()
    const pause = sleep(LOOK_EVERY_MS, false, { signal: patience.signal }).catch(() => false)
    const isDone = await Promise.race([done, pause])
    patience.abort()
    if (isDone) return
    await meanwhile()
  }
}
