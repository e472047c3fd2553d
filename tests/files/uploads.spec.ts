import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import server from '@adonisjs/core/services/server'
import { declareFileProbe, traces } from '#tests/files/probes'
import { freshDatabase } from '#tests/kit/database'
import { repetitions } from '#tests/kit/repetitions'
import { raw, visitor } from '#tests/web/visitor'

const HEADERS = {
  origin: 'http://localhost:3333',
  'sec-fetch-site': 'same-origin',
  'content-type': 'multipart/form-data; boundary=x',
}
const part = (disposition: string, body = 'text', type = 'text/plain') =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`
const END = '--x--\r\n'
const send = (body: string) => raw({ method: 'POST', path: '/probe/files', headers: HEADERS, body })

/** Begins a body and lets the test go on while it is under way. */
function begin() {
  const { port } = server.getNodeServer()!.address() as AddressInfo
  const sent = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/probe/files',
    headers: HEADERS,
    agent: false,
  })
  return sent
}

test.group('Bodies with files', (group) => {
  group.setup(() => declareFileProbe())
  group.each.setup(() => freshDatabase())

  test('a file that never ends is cut off, answered, and leaves nothing', async ({ assert }) => {
    const before = await traces()
    const sent = begin()
    const status = new Promise<number>((resolve, reject) =>
      sent.on('error', reject).on('response', (answer) => resolve(answer.statusCode!))
    )
    sent.write(part('name="document"; filename="a.txt"', '').slice(0, -2))
    const piece = Buffer.alloc(2 ** 20, 'a')
    for (let megabytes = 0; megabytes < 26; megabytes++) {
      if (!sent.write(piece)) await sleep(5)
    }
    assert.equal(await status, 413)
    sent.destroy()
    await sleep(50)
    assert.deepEqual(await traces(), before)
  })

  test('a connection that breaks in the middle of a file leaves nothing', async ({ assert }) => {
    const before = await traces()
    const sent = begin().on('error', () => {})
    sent.write(part('name="document"; filename="a.txt"', 'a'.repeat(300_000)).slice(0, -2))
    while ((await traces()).temporary.length === before.temporary.length) await sleep(10)
    sent.destroy()
    for (let tries = 0; tries < 100; tries++) {
      if ((await traces()).temporary.length === before.temporary.length) break
      await sleep(20)
    }
    assert.deepEqual(await traces(), before)
  })

  test('a body that stops short of its end is refused', async ({ assert }) => {
    const before = await traces()
    const answer = await send(part('name="document"; filename="a.txt"', 'half of it'))
    assert.equal(answer.status, 400)
    assert.deepEqual(await traces(), before)
  })

  test('thousands of parts are refused', async ({ assert }) => {
    const before = await traces()
    const files = part('name="document[]"; filename="a.txt"').repeat(2000)
    assert.equal((await send(files + END)).status, 413)
    const fields = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(3000)
    assert.equal((await send(fields + END)).status, 413)
    assert.deepEqual(await traces(), before)
  })

  test('a part without a file name is no file', async ({ assert }) => {
    const before = await traces()
    for (const disposition of ['name="document"; filename=""', 'name="document"']) {
      const answer = JSON.parse((await send(part(disposition) + END)).text)
      assert.deepEqual([answer.files, answer.refusal], [[], null])
    }
    assert.deepEqual(await traces(), before)
  })

  test('a NUL in the name of a file is refused', async ({ assert }) => {
    const before = await traces()
    const hostile = part('name="document"; filename="a.exe\0.txt"') + END
    assert.equal((await send(hostile)).status, 400)
    assert.deepEqual(await traces(), before)
  })

  test('a name that the parser stumbles over is refused, and the next request is served')
    .with([
      part('name="toString"; filename="a.txt"') + END,
      part('name="__proto__"; filename="a.txt"') + END,
      part('name="a"; filename="a.txt"').repeat(2) +
        part('name="a[length]"; filename="a.txt"') +
        END,
      part('name="a[99999999]"') + END,
      part(`name="a${'[b]'.repeat(3000)}"`) + END,
      part('name="a"; filename=""').slice(0, -2),
      part('name=""; filename="a.txt"').slice(0, -2),
    ])
    .run(async ({ assert }, body) => {
      const before = await traces()
      assert.equal((await send(body)).status, 400)
      assert.deepEqual(await traces(), before)
      assert.equal((await send(part('name="document"; filename=""') + END)).status, 200)
    })

  test('files that are still being opened when a body is refused leave nothing', async ({
    assert,
  }) => {
    const before = await traces()
    const named = (name: string) => part(`name="${name}"; filename="a.txt"`)
    const body = named('toString') + named('document').repeat(6) + END
    const posts = repetitions('refused with files on the way', { test: 300, proof: 1200 })
    const statuses = new Set<number>()
    for (let sent = 0; sent < posts; sent++) statuses.add((await send(body)).status)
    assert.deepEqual([...statuses], [400])
    assert.deepEqual(await traces(), before)
  })

  test('more files at once than a record has are refused together', async ({ assert }) => {
    const before = await traces()
    const parts = part('name="document[]"; filename="a.txt"').repeat(4)
    const { refusal, files } = JSON.parse((await send(parts + END)).text)
    assert.deepEqual([refusal.reason, refusal.limits, files], ['too_many', { most: 3 }, []])
    assert.deepEqual(await traces(), before)
  })

  test('lists of ids that are none name no file', async ({ assert }) => {
    for (const sent of ['x', '../../etc', 'a'.repeat(10_000), '[object Object]', '😀'.repeat(30)]) {
      const answer = await visitor().upload('/probe/files', { document_held: sent })
      assert.deepEqual(JSON.parse(answer.text).files, [])
    }
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`document_held[${at}]`, 'a'.repeat(22)])
    )
    const answer = await visitor().upload('/probe/files', many)
    assert.deepEqual(JSON.parse(answer.text).files, [])
  })
})
