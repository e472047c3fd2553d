import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { openVisitor, type Visitor } from '#tests/kit/browser'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'self'; style-src 'self'",
}

const GOOD = `<!doctype html><html lang="en"><head><title>Desk</title></head>
<body><main><h1>Desk</h1><a href="/">Home</a> <button type="button">Next</button></main></body></html>`

const BAD = `<!doctype html><html><head><title>Desk</title></head><body>
<main><h1>Desk</h1><img src="/missing.png"><input>
<p style="width: 2000px">wide</p><div id="wide"></div></main></body></html>`

test.group('kit | the browser notices what is wrong', (group) => {
  let server: Server
  let visitor: Visitor

  const open = async (options: { javaScript?: boolean; width?: number } = {}) => {
    const { port } = server.address() as AddressInfo
    visitor = await openVisitor({ url: `http://127.0.0.1:${port}`, ...options })
    return visitor
  }

  group.setup(async () => {
    server = createServer((request, response) => {
      const page = { '/good': GOOD, '/bad': BAD }[request.url!]
      response.writeHead(page ? 200 : 404, HEADERS).end(page ?? GOOD)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return () => void server.close()
  })
  group.each.teardown(() => visitor.close())

  test('a clean page has no problems and no violations', async ({ assert }) => {
    await open()
    assert.equal(await visitor.open('/good'), 200)
    assert.deepEqual(visitor.problems(), [])
    assert.deepEqual(await visitor.axe(), [])
    assert.isTrue(await visitor.reflows())
    await visitor.tabTo(visitor.page.getByRole('button', { name: 'Next' }))
  })

  test('a content security violation, a missing file and axe violations are seen', async ({
    assert,
  }) => {
    await open()
    await visitor.open('/bad')
    const problems = visitor.problems().join('\n')
    assert.include(problems, 'Content Security Policy')
    assert.match(problems, /404 for .*missing\.png/)
    const violations = (await visitor.axe()).map((line) => line.split(':')[0])
    assert.includeMembers(violations, ['html-has-lang', 'image-alt', 'label'])
  })

  test('a status of 404 is an answer, not a problem', async ({ assert }) => {
    await open({ javaScript: false, width: 320 })
    assert.equal(await visitor.open('/none'), 404)
    assert.deepEqual(visitor.problems(), [])
  })
})
