import { ensureBuilt } from './build.mjs'
import { inRoot } from './paths.mjs'
import { runNode } from './processes.mjs'
import { SERVER_FLAGS } from './serve.mjs'

/**
 * Measures the built product. Arguments choose goals: `npm run bench -- 1 5`.
 *
 * @param {string[]} args
 */
export async function bench(args) {
  await ensureBuilt()
  return runNode(['--import=@poppinss/ts-exec', inRoot('bench/run.ts'), ...args], {
    env: { SERVER_FLAGS: SERVER_FLAGS.join(' ') },
  })
}
