import { assert } from '@japa/assert'
import { apiClient } from '@japa/api-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import edge from 'edge.js'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Config } from '@japa/runner/types'
import { clock } from '#core/platform'
import { closeBrowser } from '#tests/kit/browser'
import { dropTestDatabase } from '#tests/kit/environment'
import { migrateTestDatabase } from '#tests/kit/database'
import { hashQuickly } from '#tests/kit/passwords'
import { endLeftovers } from '#tests/kit/processes'
import { stopSwitchedServers } from '#tests/kit/switched_servers'

export const plugins: Config['plugins'] = [assert(), apiClient(), pluginAdonisJS(app)]

/** As the product does; compiling views anew was most of the time of a test run. */
function keepCompiledViews(): void {
  for (const { cacheManager } of [edge.compiler, edge.asyncCompiler]) {
    Object.assign(cacheManager, { enabled: true })
  }
}

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [migrateTestDatabase, keepCompiledViews, hashQuickly],
  teardown: [dropTestDatabase, endLeftovers],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  suite.onTest((test) => test.teardown(() => clock.restore()))
  suite.onGroup((group) => group.each.teardown(() => clock.restore()))
  if (suite.name === 'functional') {
    suite.setup(() => testUtils.httpServer().start())
    suite.teardown(() => stopSwitchedServers())
  }
  if (suite.name === 'browser') suite.teardown(() => closeBrowser())
}
