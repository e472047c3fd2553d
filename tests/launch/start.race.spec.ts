import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { temporaryFolder } from '#tests/kit/environment'
import { freePort, ROOT } from '#tests/kit/processes'

type Started = { child: ChildProcess; output: () => string; ended: Promise<number> }

/** `npm start` as an operator runs it, from an environment without our test variables. */
function start(env: Record<string, string | undefined>): Started {
  const child = spawn(process.execPath, [join(ROOT, 'bin/launch.mjs'), 'start'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ENV_PATH: join(ROOT, 'tests'),
      DATA_DIR: temporaryFolder('start'),
      ...env,
    },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  }
  const ended = once(child, 'close').then(([code]) => Number(code))
  return { child, output: () => text, ended }
}

async function untilServing(url: string, started: Started): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.ok) return
    if (started.child.exitCode !== null) throw new Error(started.output())
    await wait(100)
  }
}

/** It serves a moment before it says so. */
async function printedAddress(started: Started): Promise<string> {
  for (;;) {
    const [address] = /http\S+\/first-run\/\S+(?=\s)/.exec(started.output()) ?? []
    if (address) return address
    if (started.child.exitCode !== null) throw new Error(started.output())
    await wait(100)
  }
}

/** Its exit code and what it says on stderr when it gives up. */
async function complaint(env: Record<string, string | undefined>): Promise<string> {
  const { child, ended } = start(env)
  let said = ''
  child.stderr!.on('data', (part: string) => (said += part))
  return `${await ended}: ${said.trim()}`
}

test.group('npm start', (group) => {
  group.each.timeout(300_000)

  test('builds, migrates, prints its address, and ends politely with its data kept', async ({
    assert,
  }) => {
    const port = await freePort()
    const env = { PORT: String(port), DATA_DIR: temporaryFolder('start') }
    const first = start(env)
    await untilServing(`http://127.0.0.1:${port}`, first)
    assert.include(first.output(), `http://127.0.0.1:${port}`)
    first.child.kill('SIGTERM')
    assert.equal(await first.ended, 0)

    const began = Date.now()
    const second = start(env)
    await untilServing(`http://127.0.0.1:${port}`, second)
    assert.notInclude(second.output(), 'Building')
    assert.isBelow(Date.now() - began, 15_000)
    second.child.kill('SIGTERM')
    assert.equal(await second.ended, 0)
  })

  test('without demo data it prints the address of the first run, the same each time', async ({
    assert,
  }) => {
    const env = { PORT: String(await freePort()), DATA_DIR: temporaryFolder('start'), DEMO: 'off' }
    const printed: string[] = []
    for (let n = 0; n < 2; n++) {
      const started = start(env)
      const address = await printedAddress(started)
      printed.push(address)
      assert.equal((await fetch(address)).status, 200)
      started.child.kill('SIGTERM')
      await started.ended
    }
    assert.equal(printed[0], printed[1])
  })

  test('a taken port is one line with a way out', async ({ assert }) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    assert.equal(
      await complaint({ PORT: String(port), DEMO: 'off' }),
      `1: Port ${port} is taken by another program. Stop it, or choose another one: PORT=${port + 1} npm start`
    )
    other.close()
  })

  test('a malformed variable is one line that names it and gives an example', async ({
    assert,
  }) => {
    assert.equal(
      await complaint({ PORT: 'many' }),
      '1: PORT="many" is not a whole number from 0 to 65535. Example: PORT=3333'
    )
    assert.match(
      await complaint({ DATABASE_URL: 'mysql://here' }),
      /^1: DATABASE_URL="mysql:\/\/here" is not .*Example: DATABASE_URL=postgres:[^\n]*$/
    )
  })

  test('an unreachable database is one line', async ({ assert }) => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/none`
    const said = await complaint({ DATABASE_URL: url })
    assert.match(said, /^1: The database at [^\n]* does not answer[^\n]*$/)
  })

  test('an impossible data folder is one line', async ({ assert }) => {
    const file = join(temporaryFolder('start'), 'a-file')
    writeFileSync(file, '')
    assert.match(await complaint({ DATA_DIR: join(file, 'data') }), /^1: [^\n]*DATA_DIR[^\n]*$/)
  })
})
