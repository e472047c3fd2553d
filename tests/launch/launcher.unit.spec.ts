import { getPriority } from 'node:os'
import { test } from '@japa/runner'

// The launcher is plain JavaScript for Node 20, outside what TypeScript compiles.
const launcher = (file: string) => import(new URL(`../../bin/launch/${file}`, import.meta.url).href)
const { countsOf, sentence, sum } = await launcher('counts.mjs')
const { labelled, sideBySide } = await launcher('lanes.mjs')
const { isRecent } = await launcher('node.mjs')
const { run, YIELDING } = await launcher('processes.mjs')
const { proofParts, spelledOut, testParts } = await launcher('tests.mjs')

test.group('launch | counts', () => {
  const summary = (line: string) =>
    `  ✔ works\n\n FAILED \n\n\u001b[2mTests\u001b[22m  ${line}\n Time  4s\n`

  test('reads what Japa says at its end', ({ assert }) => {
    assert.deepEqual(countsOf(summary('27 passed, 2 failed (29)'), 1), { passed: 27, failed: 2 })
    assert.deepEqual(countsOf(summary('27 passed (27)'), 0), { passed: 27, failed: 0 })
    assert.deepEqual(countsOf(summary('3 passed, 4 skipped (7)'), 0), { passed: 3, failed: 0 })
  })

  test('a crash without a word is a failure', ({ assert }) => {
    assert.deepEqual(countsOf('Segmentation fault', 139), { passed: 0, failed: 1 })
    assert.deepEqual(countsOf(summary('27 passed (27)'), 1), { passed: 27, failed: 1 })
  })

  test('parts add up', ({ assert }) => {
    const total = sum([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ])
    assert.equal(sentence(total), '5 passed, 1 failed')
  })
})

test.group('launch | lanes', () => {
  test('as many tasks as there are lanes run at once; answers keep their order', async ({
    assert,
  }) => {
    let running = 0
    let most = 0
    const task = (answer: number) => async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, answer === 0 ? 30 : 1))
      running--
      return answer
    }
    assert.deepEqual(await sideBySide([0, 1, 2, 3].map(task), 2), [0, 1, 2, 3])
    assert.equal(most, 2)
  })

  test('lines carry the name of their part, whole, however they arrive', ({ assert }) => {
    let written = ''
    const lines = labelled('race', (text: string) => (written += text))
    for (const text of ['a', 'b\nc\n', '', '\nd']) lines.text(text)
    assert.equal(written, 'race │ ab\nrace │ c\nrace │ \n')
    lines.end()
    assert.equal(written, 'race │ ab\nrace │ c\nrace │ \nrace │ d\n')
  })
})

test.group('launch | processes', () => {
  test('one that yields lets others have the processor first', async ({ assert }) => {
    let printed = ''
    const onOutput = (text: string) => (printed += text)
    const script = 'setTimeout(() => console.log(os.getPriority()), 50)'
    for (const yielding of [false, true]) {
      await run(process.execPath, ['-e', script], { onOutput, quiet: true, yielding })
    }
    const [usual, behind] = printed.trim().split('\n').map(Number)
    assert.deepEqual([usual, behind], [getPriority(), YIELDING])
  })
})

test.group('launch | Node', () => {
  test('24.7 is the first that will do', ({ assert }) => {
    assert.deepEqual(['20.20.2', '24.6.0', '24.7.0', '24.21.0', '26.0.0'].map(isRecent), [
      false,
      false,
      true,
      true,
      true,
    ])
  })
})

test.group('launch | arguments of a test run', () => {
  test('a folder becomes the spec files below it, everything else stays', ({ assert }) => {
    const spelled: string[] = spelledOut(['unit', '--files', 'tests/launch/**', '--tests', 'a'])
    assert.include(spelled, 'tests/launch/launcher.unit.spec.ts')
    assert.deepEqual(spelled.slice(-2), ['--tests', 'a'])
    assert.equal(spelled.filter((arg) => arg === '--files').length, (spelled.length - 3) / 2)
    assert.deepEqual(spelledOut(['--files', 'tests/none/**']), ['--files', 'tests/none/**'])
  })
})

test.group('launch | parts of a test run', () => {
  type Part = { args: string[]; env: { engine: string } }
  const specsOf = (parts: Part[]) =>
    parts.flatMap(({ args }) => args.filter((arg) => arg !== '--files')).toSorted()
  const [sqlite, postgres] = [{ engine: 'sqlite' }, { engine: 'postgres' }]
  const alone: string[] = specsOf(testParts(sqlite, false))
  const followed: string[] = specsOf(testParts(sqlite, true))
  const proof: Part[] = proofParts(sqlite, postgres)

  test('alone, it runs every spec once', ({ assert }) => {
    assert.include(alone, 'tests/launch/launcher.unit.spec.ts')
    assert.deepEqual(alone, [...new Set(alone)])
  })

  test('before the proof it leaves out only what that runs on the same engine', ({ assert }) => {
    const repeated = specsOf(proof.filter(({ env }) => env === sqlite))
    assert.isNotEmpty(repeated)
    assert.deepEqual([...followed, ...repeated].toSorted(), alone)
  })

  test('the proof runs everything but units and browser on PostgreSQL', ({ assert }) => {
    const there = specsOf(proof.filter(({ env }) => env === postgres))
    assert.deepEqual(
      there,
      alone.filter((file) => !/\.(unit|browser)\.spec\.ts$/.test(file))
    )
  })
})
