import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { startServer } from '#tests/kit/servers'

/**
 * Loaded before the server: reading the plugin fails, from sources and from a build. The address
 * is in two halves, since frames of the error quote this text.
 */
const FAILING = `
  import { registerHooks } from 'node:module'
  registerHooks({
    load(url, context, next) {
      if (!/plugins\\/booking\\/plugin\\.[jt]s$/.test(url)) return next(url, context)
      throw new Error('no key for ' + 'canary' + '.bird@nest.example')
    },
  })`

test.group('platform | a plugin that throws at boot', (group) => {
  group.each.timeout(120_000)

  test('P3 it is set aside, the rest serves, and the log names it without the person', async ({
    assert,
    cleanup,
  }) => {
    const preload = `--import=data:text/javascript,${encodeURIComponent(FAILING)}`
    const server = await startServer({ env: { PLUGINS: 'booking', NODE_OPTIONS: preload } })
    cleanup(() => void server.stop())
    const visitor = server.client()
    assert.equal((await visitor.get('/')).status, 200)
    assert.equal((await visitor.get('/booking')).status, 404)
    await sleep(500)
    assert.include(server.process.output(), 'Plugin booking is set aside')
    assert.include(server.process.output(), 'no key for [e-mail]')
    assert.notInclude(server.process.output(), 'canary.bird')
  })
})
