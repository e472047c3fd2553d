import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from '@japa/runner'
import { freshDatabase } from '#tests/kit/database'
import { declareProbes } from '#tests/web/probes'
import { raw, visitor } from '#tests/web/visitor'

const OWN = { 'sec-fetch-site': 'same-origin' }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const echo = (body: string | Buffer, headers: Record<string, string> = {}) =>
  raw({ method: 'POST', path: '/probe/echo', headers: { ...OWN, ...FORM, ...headers }, body })

/** Milliseconds for which this thread has worked: others on the machine do not count. */
function ownTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Milliseconds in which nothing else could run while a form was answered. */
async function longestGap(send: () => Promise<{ status: number }>): Promise<number> {
  let longest = 0
  let last = ownTime()
  const timer = setInterval(() => {
    longest = Math.max(longest, ownTime() - last)
    last = ownTime()
  }, 1)
  const { status } = await send()
  await new Promise((resolve) => setTimeout(resolve, 5))
  clearInterval(timer)
  if (status >= 500) throw new Error(`The form was answered with ${status}`)
  return longest
}

/** A collection of garbage may fall into one of them, but hardly into all three. */
async function usualGap(send: () => Promise<{ status: number }>): Promise<number> {
  const gaps: number[] = []
  for (let attempt = 0; attempt < 3; attempt++) gaps.push(await longestGap(send))
  return Math.min(...gaps)
}

/** As many fields as a form may have. */
const LARGE_FORM = Array.from({ length: 4000 }, (_, index) => `field${index}=value ${index}`).join(
  '&'
)

test.group('Where a form comes from', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())

  test('a form of our own page needs no cookie')
    .with([OWN, { 'sec-fetch-site': 'none' }, { origin: 'http://localhost:3333' }])
    .run(async ({ assert }, headers) => {
      const answer = await raw({
        method: 'POST',
        path: '/probe/echo',
        headers: { ...FORM, ...headers },
        body: 'a=1',
      })
      assert.equal(answer.status, 200)
      assert.isUndefined(answer.headers['set-cookie'])
    })

  test('every other one is refused on a page that says so')
    .with([
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3333' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { referer: 'http://localhost:3333/' },
    ])
    .run(async ({ assert }, headers) => {
      const answer = await raw({
        method: 'POST',
        path: '/probe/echo',
        headers: { ...FORM, ...headers, accept: 'text/html', 'accept-language': 'it' },
        body: 'a=1',
      })
      assert.equal(answer.status, 403)
      assert.include(answer.text, 'Operazione non consentita')
    })

  test('a method in a field or header changes nothing', async ({ assert }) => {
    const answer = await raw({
      method: 'GET',
      path: '/probe/echo?_method=POST',
      headers: { ...OWN, 'x-http-method-override': 'POST' },
    })
    assert.equal(answer.status, 405)
    assert.equal(answer.headers.allow, 'POST')
  })
})

test.group('What a form may be', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())

  test('JSON, text and uploads where a form belongs are refused unread')
    .with([
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/xml',
      'a',
    ])
    .run(async ({ assert }, type) => {
      const answer = await echo('{"a":1}', { 'content-type': type })
      assert.equal(answer.status, 415)
    })

  test('an upload is read where the route declares it', async ({ assert }) => {
    const part = (headers: string) => `--x\r\n${headers}\r\n\r\nvalue\r\n--x--\r\n`
    const upload = (body: string) =>
      raw({
        method: 'POST',
        path: '/probe/upload',
        headers: { ...OWN, 'content-type': 'multipart/form-data; boundary=x' },
        body,
      })
    const answer = await upload(part('Content-Disposition: form-data; name="note"'))
    assert.deepEqual(JSON.parse(answer.text).body, { note: 'value' })

    const hostile = part(
      `Content-Disposition: form-data; name="note"\r\n${'X-A: b\r\n'.repeat(10_000)}X: y`
    )
    assert.equal((await upload(hostile)).status, 413)
  })

  test('a form or an address with a NUL character is refused before a query fails of it', async ({
    assert,
  }) => {
    assert.equal((await echo('a[b]=x%00y')).status, 400)
    assert.equal((await echo('x%00y=a')).status, 400)
    assert.equal((await visitor().get('/probe/page?location=%00')).status, 400)
    assert.equal((await visitor().get('/probe/secret/%00')).status, 400)
  })

  test('an uploaded file is gone when the request is answered', async ({ assert }) => {
    const folders = () => readdirSync(tmpdir()).filter((name) => /^sportello-upload-/.test(name))
    const before = folders()
    const file = new File(['text'], '../../etc/passwd')
    const answer = await visitor().upload('/probe/upload', { note: 'value', file })
    assert.deepInclude(JSON.parse(answer.text).body, { note: 'value' })
    const tooMuch = await visitor().upload('/probe/upload', {
      file: new File([Buffer.alloc(21 * 2 ** 20)], 'x'),
    })
    assert.equal(tooMuch.status, 413)
    assert.deepEqual(folders(), before)
  })

  test('a body beyond the limit is refused', async ({ assert }) => {
    assert.equal((await echo(`a=${'x'.repeat(300_000)}`)).status, 413)
  })

  test('keys that reach for the prototype stay plain names or vanish')
    .with([
      '__proto__[polluted]=1',
      'constructor[prototype][polluted]=1',
      '__proto__.polluted=1',
      'a[__proto__][polluted]=1',
    ])
    .run(async ({ assert }, body) => {
      const answer = await echo(body)
      assert.equal(answer.status, 200)
      assert.isFalse(JSON.parse(answer.text).polluted)
      assert.notProperty({}, 'polluted')
    })

  test('hostile input holds the event loop no longer than ten large forms do')
    .with([
      ['form', 'a='.repeat(120_000)],
      ['brackets', 'a[b][c][d][e][f][g]=1&'.repeat(11_000)],
      ['escapes', '%'.repeat(250_000)],
      ['many fields', Array.from({ length: 40_000 }, (_, index) => `k${index}=`).join('&')],
      ['deep', `a${'[b]'.repeat(80_000)}=1`],
      ['megabyte', 'x'.repeat(1_000_000)],
    ])
    .run(async ({ assert }, [, body]) => {
      // Some 10 ms each; a slow machine is slow with both.
      const limit = 10 * (await usualGap(() => echo(LARGE_FORM)))
      assert.isBelow(await usualGap(() => echo(body)), limit)
    })

  test('errors of fields are said in the visitor’s language', async ({ assert }) => {
    const answer = await visitor({ language: 'pl' }).post('/probe/sentences', {
      name: 'a',
      email: 'x',
    })
    assert.deepEqual(JSON.parse(answer.text), [
      'Pole „Nazwa” musi mieć co najmniej 3 znaki.',
      'Proszę podać adres e-mail, na przykład nazwa@example.org.',
    ])
  })

  test('a validation error that no page caught names nothing of the form', async ({ assert }) => {
    const answer = await visitor().post('/probe/checked', {
      name: '<img onerror>',
      email: 'canary',
    })
    assert.equal(answer.status, 400)
    assert.notInclude(answer.text, 'canary')
    assert.notInclude(answer.text, 'onerror')
  })
})
