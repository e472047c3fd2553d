import { availableParallelism } from 'node:os'

/** Two even on one core, since a part often waits; more than four only get into each other's way. */
const LANES = Math.min(4, Math.max(2, availableParallelism()))

/**
 * Runs tasks side by side, the next one as soon as there is room, and answers in their order.
 *
 * @template T
 * @param {Array<() => Promise<T>>} tasks the longest first
 * @returns {Promise<T[]>}
 */
export async function sideBySide(tasks, lanes = LANES) {
  const results = /** @type {T[]} */ ([])
  const queue = [...tasks.entries()]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, task] = next
      results[index] = await task()
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

/**
 * Writes whole lines with the name of their part before them, so that several may write at once.
 *
 * @param {string} name
 * @param {(text: string) => void} write
 */
export function labelled(name, write = (text) => process.stdout.write(text)) {
  let open = ''
  return {
    /** @param {string} text */
    text(text) {
      const lines = (open + text).split('\n')
      open = lines.pop() ?? ''
      write(lines.map((line) => `${name} │ ${line}\n`).join(''))
    },
    end() {
      if (open) write(`${name} │ ${open}\n`)
      open = ''
    },
  }
}
