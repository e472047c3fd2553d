import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureAssets, ensureBuilt } from './build.mjs'
import { countsOf, sentence, sum } from './counts.mjs'
import { inRoot } from './paths.mjs'
import { runNode } from './processes.mjs'
import { Stop } from './stop.mjs'

/** Where a test notes that it ran with reduced repetitions (tests/kit/repetitions.ts). */
const REDUCED = inRoot('tmp', 'reduced.jsonl')

/**
 * All suites on SQLite with reduced repetitions. Arguments go to Japa:
 * `npm test -- --files "tests/jobs/**"`, `npm test -- unit`.
 *
 * @param {string[]} args
 */
export async function test(args) {
  await ensureAssets()
  mkdirSync(inRoot('tmp'), { recursive: true })
  rmSync(REDUCED, { force: true })
  const { exitCode, counts } = await japa(args, { PROOF: '', REDUCED_TO: REDUCED })
  leftToProof()
  console.log(sentence(counts))
  return exitCode
}

/** The browser journeys are whole in `npm test`; only the pages are looked at more thoroughly. */
const THOROUGH = ['browser', '--files', 'pages.browser.spec.ts']
const SUITES = ['functional', 'race']

/**
 * Full counts on SQLite, then what touches the database once more on PostgreSQL with Redis. Servers that cannot be reached are a failure, never a skip.
 *
 * @param {string[]} args
 */
export async function proof(args) {
  const database = required('PROOF_DATABASE_URL', 'postgres://postgres@127.0.0.1:5432/postgres')
  const redis = required('PROOF_REDIS_URL', 'redis://127.0.0.1:6379')
  const reached = await runNode([inRoot('bin/launch/reach.mjs'), database, redis])
  if (reached !== 0) return reached
  await ensureAssets()
  await ensureBuilt()

  const shared = {
    PROOF: '1',
    PROOF_DATABASE_URL: database,
    PROOF_REDIS_URL: redis,
    // Servers of their own run what operators run; they also start in a third of the time.
    TEST_SERVER: inRoot('build/bin/server.js'),
  }
  const parts = []
  console.log('\nProof on SQLite')
  parts.push(await japa(args.length ? args : ['unit', ...SUITES], shared))
  if (args.length === 0) parts.push(await japa(THOROUGH, shared))
  console.log('\nProof on PostgreSQL and Redis')
  parts.push(
    await japa(args.length ? args : SUITES, {
      ...shared,
      TEST_DATABASE_URL: database,
      REDIS_URL: redis,
    })
  )
  const counts = parts.map((part) => part.counts)
  console.log(
    `\nSQLite: ${sentence(sum(counts.slice(0, -1)))}\nPostgreSQL: ${sentence(counts.at(-1))}`
  )
  console.log(sentence(sum(counts)))
  return parts.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0
}

/** A run in which nothing passed is a failure too: a wrong pattern must not look green. */
async function japa(args, env) {
  let output = ''
  const code = await runNode(
    [
      '--enable-source-maps',
      '--import=@poppinss/ts-exec',
      inRoot('bin/test.ts'),
      ...spelledOut(args),
    ],
    { env, onOutput: (text) => (output += text) }
  )
  const counts = countsOf(output, code)
  if (code === 0 && counts.passed === 0) {
    throw new Stop('No test ran. Does a spec file match what was asked for?')
  }
  return { exitCode: code || (counts.failed ? 1 : 0), counts }
}

/**
 * Japa knows no `**`: a folder is spelled out as the spec files below it.
 *
 * @param {string[]} args
 */
export function spelledOut(args) {
  return args.flatMap((arg, index) => {
    const folder = /^(?:--files=)?(.+)\/\*\*(?:\/\*)?$/.exec(arg)?.[1]
    if (!folder || !existsSync(inRoot(folder))) return [arg]
    const files = readdirSync(inRoot(folder), { recursive: true })
      .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.spec.ts'))
    const spelled = files.flatMap((file) => ['--files', file])
    return args[index - 1] === '--files' ? spelled.slice(1) : spelled
  })
}

function leftToProof() {
  if (!existsSync(REDUCED)) return
  const lines = readFileSync(REDUCED, 'utf8').trim().split('\n').map(parse)
  console.log('\nLeft to npm run proof: PostgreSQL and Redis, and full counts of')
  for (const { what, now, full } of lines) console.log(`  ${what}: ${full} (here ${now})`)
}

/** @param {string} line */
const parse = (line) => JSON.parse(line)

function required(name, example) {
  const value = process.env[name]
  if (!value) throw new Stop(`${name} is missing. Example: ${name}=${example}`)
  if (!URL.canParse(value)) throw new Stop(`${name} is not an address. Example: ${name}=${example}`)
  return value
}
