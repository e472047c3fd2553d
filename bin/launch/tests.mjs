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

/** What touches the database, and so runs once more on PostgreSQL. */
const ON_POSTGRES = ['functional', 'race']

/** A spec that repeats less in `npm test` says so through this function of the kit. */
const REDUCES = /\brepetitions\(/

/** The specs that `npm test` cuts short; all others it has run whole on SQLite. */
function reducedSpecs() {
  return ['tests', ...readdirSync(inRoot('plugins')).map((id) => `plugins/${id}/tests`)]
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) =>
      readdirSync(inRoot(folder), { recursive: true }).map((file) => `${folder}/${file}`)
    )
    .filter((file) => file.endsWith('.spec.ts') && REDUCES.test(readFileSync(inRoot(file), 'utf8')))
}

/**
 * On SQLite the full counts of what `npm test` reduces, on PostgreSQL with Redis everything that
 * touches the database, in full. Servers that cannot be reached are a failure, never a skip.
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
  const inFull = reducedSpecs().flatMap((file) => ['--files', file])
  parts.push(await japa(args.length ? args : inFull, shared))
  console.log('\nProof on PostgreSQL and Redis')
  parts.push(
    await japa(args.length ? args : ON_POSTGRES, {
      ...shared,
      TEST_DATABASE_URL: database,
      REDIS_URL: redis,
    })
  )
  const [sqlite, postgres] = parts.map(({ counts }) => counts)
  console.log(`\nSQLite: ${sentence(sqlite)}\nPostgreSQL: ${sentence(postgres)}`)
  console.log(sentence(sum([sqlite, postgres])))
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
