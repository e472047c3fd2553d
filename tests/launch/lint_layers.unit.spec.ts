import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { ESLint } from 'eslint'
import { temporaryFolder } from '#tests/kit/environment'
import { ROOT } from '#tests/kit/processes'

const FILES: Record<string, string> = {
  'app/clinic/main.ts': "export { plan } from '#app/clinic/domain/plan'",
  'app/clinic/domain/plan.ts': "import '#app/clinic/models/visit'\nexport const plan = 1",
  'app/clinic/models/visit.ts': 'export const visit = 1',
  'app/desk/main.ts': "import '#app/clinic/models/visit'\nexport const desk = 1",
  'plugins/one/plugin.ts': "import '#core/clinic'\nimport '#app/clinic/models/visit'",
  'plugins/one/queries/rows.ts': "import '#plugins/one/actions/book'",
  'plugins/one/actions/book.ts': "import '#plugins/two/plugin'",
  'plugins/two/plugin.ts': 'export default 1',
  'app/desk/lost.ts': "import '#app/desk/nowhere'",
}

/** Writes a small tree with every mistake in it and answers the rules that dependency-cruiser names. */
function brokenRules(): string {
  const root = temporaryFolder('layers')
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json', 'bin/lint']) {
    cpSync(join(ROOT, file), join(root, file), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'app', 'plugins'],
    ],
    { cwd: root, encoding: 'utf8' }
  )
  return stdout + stderr
}

test.group('check | layers', () => {
  test('names every import against the one-way rules, and only those', ({ assert }) => {
    const found = [...brokenRules().matchAll(/error (\S+): (\S+) → (\S+)/g)].map(
      ([, rule, from]) => `${rule} ${from}`
    )
    assert.sameMembers(found, [
      'domain-imports-domain app/clinic/domain/plan.ts',
      'module-through-main app/desk/main.ts',
      'plugin-imports-core-only plugins/one/plugin.ts',
      'queries-imports-downward plugins/one/queries/rows.ts',
      'plugin-imports-no-plugin plugins/one/actions/book.ts',
      'resolvable app/desk/lost.ts',
    ])
  }).timeout(60_000)
})

test.group('check | style', () => {
  const rulesFor = async (filePath: string, code: string) => {
    const [result] = await new ESLint({ cwd: ROOT }).lintText(code, { filePath })
    return result.messages.map(({ ruleId }) => ruleId)
  }

  test('refuses what rebuilds a table, five parameters, drawers and long specs', async ({
    assert,
  }) => {
    assert.deepEqual(
      await rulesFor(
        'database/migrations/0001_a.ts',
        "export const up = (t) => t.dropColumn('a')\n"
      ),
      ['no-restricted-syntax']
    )
    assert.deepEqual(
      await rulesFor('bench/sample.ts', 'export const five = (a, b, c, d, e) => [a, b, c, d, e]\n'),
      ['max-params']
    )
    assert.deepEqual(await rulesFor('bench/date_helpers.ts', 'export const a = 1\n'), [
      'house/file-name',
    ])
    assert.deepEqual(await rulesFor('bench/long.spec.ts', 'export {}\n'.repeat(251)), ['max-lines'])
  }).timeout(60_000)
})
