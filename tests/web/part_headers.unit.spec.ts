import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { PartHeaderLimit } from '#app/web/part_headers'

const part = (headers: string, body: string) => `--xyz\r\n${headers}\r\n\r\n${body}\r\n`
const END = '--xyz--\r\n'

function send(body: string, chunkSize: number): Promise<string> {
  const chunks: Buffer[] = []
  const bytes = Buffer.from(body)
  for (let at = 0; at < bytes.length; at += chunkSize)
    chunks.push(bytes.subarray(at, at + chunkSize))
  return text(Readable.from(chunks).pipe(new PartHeaderLimit('xyz')))
}

test.group('Headers of multipart parts', () => {
  test('a usual body passes unchanged, however it is cut')
    .with([1, 3, 7, 64, 100_000])
    .run(async ({ assert }, chunkSize) => {
      const body =
        part('Content-Disposition: form-data; name="a"', 'x'.repeat(40_000)) +
        part('Content-Disposition: form-data; name="b"', '\r\n\r\n--xy\r\n\r\n') +
        END
      assert.equal(await send(body, chunkSize), body)
    })

  test('more than 16 KB of headers in one part ends the body')
    .with([1000, 100_000, 2_000_000])
    .run(async ({ assert }, chunkSize) => {
      const body =
        part('Content-Disposition: form-data; name="a"', 'ok') +
        part('X: '.repeat(300_000), '') +
        END
      await assert.rejects(() => send(body, chunkSize), /Body too large/)
    })

  test('many small parts count one by one', async ({ assert }) => {
    const body = part(`X: ${'y'.repeat(1000)}`, 'z').repeat(200) + END
    assert.equal((await send(body, 777)).length, body.length)
  })

  test('thousands of parts, or more bytes than a form has, end the body', async ({ assert }) => {
    const parts = part('Content-Disposition: form-data; name="a"; filename=""', '').repeat(3000)
    await assert.rejects(() => send(parts + END, 5000), /Body too large/)
    const nameless = part('Content-Disposition: form-data; name=""', 'x'.repeat(23 * 2 ** 20))
    await assert.rejects(() => send(nameless + END, 500_000), /Body too large/)
  })
})
