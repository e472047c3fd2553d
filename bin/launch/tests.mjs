import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureAssets, ensureBuilt } from './build.mjs'
import { countsOf, sentence, sum, table } from './counts.mjs'
import { labelled, sideBySide } from './lanes.mjs'
import { inRoot } from './paths.mjs'
import { runNode } from './processes.mjs'
import { Stop } from './stop.mjs'

/** Where a test notes that it ran with reduced repetitions (tests/kit/repetitions.ts). */
const REDUCED = inRoot('tmp', 'reduced.jsonl')

const YIELDING_LANES = 2

/** @typedef {{ name: string, args: string[], env: Record<string, string | undefined>, yielding?: boolean }} Part */
/** @typedef {{ exitCode: number, counts: import('./counts.mjs').Counts }} Outcome */

/**
 * All suites on SQLite with reduced repetitions, the longest first. Arguments go to Japa, and the
 * sources are run as they stand: `npm test -- --files "tests/jobs/**"`, `npm test -- unit`.
 *
 * @param {string[]} args
 */
export async function test(args) {
  await ensureAssets()
  mkdirSync(inRoot('tmp'), { recursive: true })
  rmSync(REDUCED, { force: true })
  const env = { PROOF: '', REDUCED_TO: REDUCED }
  const outcome = args.length ? await japa(args, env) : await together(testParts(built(env)))
  leftToProof()
  console.log(sentence(outcome.counts))
  return outcome.exitCode
}

/**
 * The browser takes as long as all the rest, so it is done in parts. Where the proof follows in the
 * same run (PROOF_FOLLOWS, see .ci/run), what it repeats on SQLite with full counts is left to it.
 *
 * @param {Part['env']} env
 * @returns {Part[]} the longest first
 */
export function testParts(env, proofFollows = process.env.PROOF_FOLLOWS === '1') {
  const specs = specFiles().filter((file) => !(proofFollows && isReduced(file)))
  const part = (name, isOf) => ({ name, args: files(specs.filter(isOf)), env })
  const suite = (name) => part(name, (file) => suiteOf(file) === name)
  const isIn = (folder) => (file) => isInBrowser(file) && file.startsWith(folder)
  const [isOfPanel, isJourney] = [isIn('tests/admin/'), isIn('tests/journeys/')]
  return [
    { ...suite('functional'), yielding: true },
    part('browser, plugins', isIn('plugins/')),
    part('browser, core', (file) => isIn('tests/')(file) && !isOfPanel(file) && !isJourney(file)),
    part('browser, journeys', isJourney),
    suite('race'),
    part('browser, panel', isOfPanel),
    { ...suite('unit'), yielding: true },
  ]
}

/** Whole runs test what operators run, which also starts and serves in less time. */
const built = (env) => ({
  ...env,
  TEST_BUILD: inRoot('build'),
  NODE_COMPILE_CACHE: inRoot('tmp', 'compiled'),
})

/** A spec that repeats less in `npm test` says so through this function of the kit. */
const REDUCES = /\brepetitions\(/

const isReduced = (file) => REDUCES.test(readFileSync(inRoot(file), 'utf8'))

const suiteOf = (file) => /\.(unit|browser|race)\.spec\.ts$/.exec(file)?.[1] ?? 'functional'
const isInBrowser = (file) => suiteOf(file) === 'browser'
const isOfPlugin = (file) => file.startsWith('plugins/')

function specFiles() {
  return ['tests', ...readdirSync(inRoot('plugins')).map((id) => `plugins/${id}/tests`)]
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) =>
      readdirSync(inRoot(folder), { recursive: true }).map((file) => `${folder}/${file}`)
    )
    .filter((file) => file.endsWith('.spec.ts'))
}

/** @param {string[]} list */
const files = (list) => list.flatMap((file) => ['--files', file])

/**
 * On SQLite the full counts of what `npm test` reduces, on PostgreSQL with Redis everything that
 * touches the database, in full but for models that repeat less there (tests/kit/repetitions.ts).
 * Servers that cannot be reached are a failure, never a skip.
 *
 * @param {string[]} args
 */
export async function proof(args) {
  const database = required('PROOF_DATABASE_URL', 'postgres://postgres@127.0.0.1:5432/postgres')
  const redis = required('PROOF_REDIS_URL', 'redis://127.0.0.1:6379')
  const reached = await runNode([inRoot('bin/launch/reach.mjs'), database, redis])
  if (reached !== 0) return reached

  const sqlite = built({ PROOF: '1', PROOF_DATABASE_URL: database, PROOF_REDIS_URL: redis })
  const postgres = { ...sqlite, TEST_DATABASE_URL: database, REDIS_URL: redis }
  const { exitCode, counts } = await together(
    args.length
      ? [
          { name: 'SQLite', args, env: sqlite },
          { name: 'PostgreSQL', args, env: postgres },
        ]
      : proofParts(sqlite, postgres)
  )
  console.log(sentence(counts))
  return exitCode
}

/**
 * @param {Part['env']} sqlite
 * @param {Part['env']} postgres
 * @returns {Part[]} the longest first
 */
export function proofParts(sqlite, postgres) {
  const reduced = specFiles().filter(isReduced)
  const isRace = (file) => suiteOf(file) === 'race'
  const others = specFiles().filter((file) => suiteOf(file) === 'functional' && !isReduced(file))
  const part = (name, list, env, yielding = false) => ({ name, args: files(list), env, yielding })
  return [
    part('PostgreSQL, races', specFiles().filter(isRace), postgres),
    part('SQLite, races in full', reduced.filter(isRace), sqlite),
    part(
      'PostgreSQL in full',
      reduced.filter((file) => suiteOf(file) === 'functional'),
      postgres,
      true
    ),
    part(
      'PostgreSQL, core',
      others.filter((file) => !isOfPlugin(file)),
      postgres,
      true
    ),
    part('browser in full', reduced.filter(isInBrowser), sqlite),
    part('PostgreSQL, plugins', others.filter(isOfPlugin), postgres, true),
    part(
      'SQLite in full',
      reduced.filter((file) => !isInBrowser(file) && !isRace(file)),
      sqlite,
      true
    ),
  ]
}

/**
 * Several runs side by side, each line with the name of its part. Races and browsers keep promises
 * of a second and wait much of the time: the yielding parts run in what they leave.
 *
 * @param {Part[]} parts
 * @returns {Promise<Outcome>}
 */
async function together(parts) {
  await ensureBuilt()
  const width = Math.max(...parts.map(({ name }) => name.length))
  const tasks = parts.map((part) => () => labelledRun(part, width))
  const outcomes = await Promise.all([
    sideBySide(tasks.filter((_, at) => !parts[at].yielding)),
    sideBySide(
      tasks.filter((_, at) => parts[at].yielding),
      YIELDING_LANES
    ),
  ]).then((lists) => lists.flat())
  const rows = outcomes.map(({ name, counts, seconds }) => [
    name,
    sentence(counts),
    `${Math.round(seconds)} s`,
  ])
  console.log(`\n${table(['part', 'tests', 'time'], rows)}`)
  return {
    exitCode: outcomes.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
    counts: sum(outcomes.map(({ counts }) => counts)),
  }
}

/**
 * @param {Part} part
 * @param {number} width of the longest name
 */
async function labelledRun({ name, args, env, yielding }, width) {
  const lines = labelled(name.padEnd(width))
  const began = performance.now()
  const outcome = await japa(args, env, { onOutput: lines.text, quiet: true, yielding })
  lines.end()
  return { ...outcome, name, seconds: (performance.now() - began) / 1000 }
}

/**
 * A run in which nothing passed is a failure too: a wrong pattern must not look green.
 *
 * @returns {Promise<Outcome>}
 */
async function japa(args, env, { onOutput, quiet, yielding } = {}) {
  let output = ''
  const code = await runNode(
    [
      '--enable-source-maps',
      ...(env.TEST_BUILD ? ['--import=./tests/kit/from_build.ts'] : []),
      '--import=@poppinss/ts-exec',
      inRoot('bin/test.ts'),
      ...spelledOut(args),
    ],
    {
      env,
      quiet,
      yielding,
      onOutput(text) {
        output += text
        onOutput?.(text)
      },
    }
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
  const lines = [...new Set(readFileSync(REDUCED, 'utf8').trim().split('\n'))].map(parse)
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
