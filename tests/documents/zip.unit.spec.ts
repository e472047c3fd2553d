import { test } from '@japa/runner'
import { strFromU8, unzipSync } from 'fflate'
import { zipStream } from '#core/documents'
import { distinctNames } from '#app/documents/domain/distinct_names'

const AT = Date.parse('2027-01-12T07:00:00Z')

async function bytesOf(files: Parameters<typeof zipStream>[0]): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of zipStream(files, AT)) pieces.push(piece as Buffer)
  return new Uint8Array(Buffer.concat(pieces))
}

test.group('Files in a ZIP', () => {
  test('keep their names and bytes, and are read one after the other', async ({ assert }) => {
    let open = 0
    let most = 0
    const file = (name: string, text: string) => ({
      name,
      read: async () => {
        most = Math.max(most, ++open)
        await new Promise((resolve) => setImmediate(resolve))
        open--
        return Buffer.from(text)
      },
    })
    const bytes = await bytesOf([file('Łódź.txt', 'one'), file('b.txt', ''), file('B.txt', 'two')])
    const files = Object.entries(unzipSync(bytes)).map(([name, text]) => [name, strFromU8(text)])
    assert.deepEqual(files, [
      ['Łódź.txt', 'one'],
      ['b.txt', ''],
      ['B (2).txt', 'two'],
    ])
    assert.equal(most, 1)
  })

  test('a file that cannot be read breaks it off', async ({ assert }) => {
    const broken = { name: 'a.txt', read: () => Promise.reject(new Error('gone')) }
    await assert.rejects(() => bytesOf([broken]), 'gone')
  })

  test('names are told apart')
    .with([
      { names: ['a.pdf', 'a.pdf', 'a.pdf'], told: ['a.pdf', 'a (2).pdf', 'a (3).pdf'] },
      { names: ['a', 'A', 'a (2)'], told: ['a', 'A (2)', 'a (2) (2)'] },
      {
        names: ['.env', '.env', 'a.tar.gz', 'a.tar.gz'],
        told: ['.env', '.env (2)', 'a.tar.gz', 'a.tar (2).gz'],
      },
    ])
    .run(({ assert }, { names, told }) => assert.deepEqual(distinctNames(names), told))
})
