import { Stop } from './stop.mjs'
import { ensureInstalled } from './install.mjs'
import { ace, dev, start } from './serve.mjs'
import { check } from './check.mjs'
import { proof, test } from './tests.mjs'
import { bench } from './bench.mjs'

/** @type {Record<string, { run: (args: string[]) => Promise<number>, says: string }>} */
const COMMANDS = {
  start: { run: start, says: 'build what changed, migrate and serve' },
  dev: { run: dev, says: 'serve from the sources and reload on every change' },
  ace: { run: ace, says: 'run a command of the application, e.g. npm run ace -- plugin:list' },
  check: { run: check, says: 'format, lint, types, layers, dead code, languages, views' },
  test: { run: test, says: 'every suite on SQLite with reduced repetitions' },
  proof: { run: proof, says: 'every suite with full counts, SQLite and PostgreSQL + Redis' },
  bench: { run: bench, says: 'measure the built product against its floors' },
}

function usage() {
  const lines = Object.entries(COMMANDS).map(([name, { says }]) => `  ${name.padEnd(7)}${says}`)
  return `Usage: node bin/launch.mjs <command>\n${lines.join('\n')}`
}

/**
 * Runs one command and answers its exit code. What an operator can mend is one line on stderr.
 *
 * @param {string[]} argv
 */
export async function main([name, ...args]) {
  const command = COMMANDS[name ?? '']
  if (!command) {
    console.error(usage())
    return 2
  }
  try {
    await ensureInstalled()
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    return 1
  }
}
