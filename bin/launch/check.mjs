import { inRoot } from './paths.mjs'
import { sideBySide } from './lanes.mjs'
import { runNode } from './processes.mjs'
import { sentence, sum, table } from './counts.mjs'

const bin = (path) => inRoot('node_modules', path)
const tool = (name) => ['--import=@poppinss/ts-exec', inRoot('bin/lint', `${name}.ts`)]

/** @type {Array<{ name: string, args: string[] }>} */
const CHECKS = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  {
    name: 'layers',
    args: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
      ...['app', 'plugins', 'providers', 'start', 'config', 'bin'],
    ],
  },
  { name: 'dead code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'languages', args: tool('languages') },
  { name: 'views', args: tool('views') },
]

/** @typedef {{ name: string, failed: boolean, output: string, seconds: number }} Outcome */

/**
 * Runs every check (or those named) and shows what each of them found.
 *
 * @param {string[]} names
 */
export async function check(names) {
  const wanted = CHECKS.filter(({ name }) => names.length === 0 || names.includes(name))
  const outcomes = await sideBySide(wanted.map((one) => () => runCheck(one)))

  const rows = outcomes.map(({ name, failed, seconds }) => [
    name,
    failed ? 'failed' : 'passed',
    `${seconds.toFixed(1)} s`,
  ])
  const counts = sum(
    outcomes.map(({ failed }) => ({ passed: failed ? 0 : 1, failed: failed ? 1 : 0 }))
  )
  console.log(`\n${table(['check', 'result', 'time'], rows)}\n${sentence(counts)}`)
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0
}

/** @returns {Promise<Outcome>} */
async function runCheck({ name, args }) {
  const began = performance.now()
  let output = ''
  const code = await runNode(args, { onOutput: (text) => (output += text), quiet: true })
  if (code !== 0) console.log(`\n── ${name} ──\n${output.trim()}`)
  return { name, failed: code !== 0, output, seconds: (performance.now() - began) / 1000 }
}
