import { allContributions, type Trx } from '#core/platform'
import { enqueue } from '#app/jobs/actions/enqueue'

/**
 * One job per listener, those of disabled plugins included: theirs rest until they are enabled.
 */
export async function deliverEvent(trx: Trx, event: string, payload: object): Promise<void> {
  const listeners = allContributions('listens').flatMap(({ value }) => value)
  for (const listener of listeners.filter((candidate) => candidate.event === event)) {
    await enqueue(trx, { id: `event:${listener.id}` }, payload)
  }
}
