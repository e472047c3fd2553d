import { test } from '@japa/runner'
import { useScanner } from '#app/files/checks/scanner'
import { scannerIsThere } from '#app/files/health'
import { clamdStub } from '#tests/files/clamd_stub'
import { aDocx, EICAR } from '#tests/files/corpus'
import { declareFileProbe, traces } from '#tests/files/probes'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const send = async (bytes: Buffer, name = 'a.txt') => {
  const document = new File([new Uint8Array(bytes)], name)
  const answer = await visitor().upload('/probe/files', { document })
  return JSON.parse(answer.text)
}

test.group('The virus scanner', (group) => {
  let clamd: Awaited<ReturnType<typeof clamdStub>>
  group.setup(() => declareFileProbe())
  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    clamd = await clamdStub(EICAR)
    const restore = useScanner({ host: clamd.host, port: clamd.port, patienceMs: 300 })
    return async () => {
      restore()
      await clamd.close()
    }
  })

  test('EICAR is refused and nothing of it stays', async ({ assert }) => {
    const before = await traces()
    for (const bytes of [EICAR, Buffer.concat([Buffer.alloc(200_000, 'a'), EICAR])]) {
      assert.equal((await send(bytes)).refusal.reason, 'infected')
    }
    const inside = aDocx({ 'word/media/eicar.txt': [EICAR, { level: 0 }] })
    assert.equal((await send(inside, 'a.docx')).refusal.reason, 'infected')
    assert.deepEqual(await traces(), before)
  })

  test('a clean file is taken after all of it was looked through', async ({ assert }) => {
    assert.isNull((await send(Buffer.alloc(300_000, 'a'))).refusal)
    assert.deepEqual(clamd.scanned, [300_000])
    assert.deepEqual(await scannerIsThere.check(), { ok: true })
  })

  test('a scanner that does not judge lets nothing in')
    .with(['hang', 'drop', 'error'] as const)
    .run(async ({ assert }, mode) => {
      clamd.mode = mode
      const before = await traces()
      assert.equal((await send(Buffer.from('text'))).refusal.reason, 'scanner_unavailable')
      assert.deepEqual(await traces(), before)
    })

  test('a scanner that is not there is seen in the health of the installation', async ({
    assert,
  }) => {
    await clamd.close()
    assert.equal((await send(Buffer.from('text'))).refusal.reason, 'scanner_unavailable')
    const state = await scannerIsThere.check()
    assert.isFalse(state.ok)
    assert.isTrue(scannerIsThere.advisory)
    const restore = useScanner(null)
    assert.isTrue((await scannerIsThere.check()).ok)
    restore()
  })
})
