import logger from '@adonisjs/core/services/logger'
import { errorRecord, rememberToForget } from '#core/platform'
import { writeViews } from '#app/statistics/actions/write_views'
import type { View } from '#app/statistics/domain/views'

const EVERY_MS = 10_000
/** More than this is written at once; more than the most is dropped, while no database answers. */
const MANY = 1000
const MOST = 20_000

let waiting: View[] = []
let writing: Promise<void> = Promise.resolve()
let timer: NodeJS.Timeout | null = null
rememberToForget({ forget: () => void (waiting = []) })

/**
 * Notes a view; it is written with others ten seconds later at the latest, so that no page waits
 * for it. A process that is killed loses those seconds; one that ends in order writes them.
 */
export function countView(view: View): void {
  if (waiting.length >= MOST) return
  waiting.push(view)
  if (waiting.length === MANY) void writeCounts()
}

/** Writes what was counted so far; batches of one process go one after the other. */
export function writeCounts(): Promise<void> {
  writing = writing.then(async () => {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      await writeViews(batch)
    } catch (error) {
      waiting = [...batch, ...waiting].slice(0, MOST)
      logger.warn({ error: errorRecord(error) }, 'Visits could not be written; tried again later')
    }
  })
  return writing
}

export function startCounting(): void {
  timer = setInterval(() => void writeCounts(), EVERY_MS)
  timer.unref()
}

export async function endCounting(): Promise<void> {
  if (timer) clearInterval(timer)
  timer = null
  await writeCounts()
}
