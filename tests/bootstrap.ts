import { assert } from '@japa/assert'
import { apiClient } from '@japa/api-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Config } from '@japa/runner/types'
import { clock } from '#core/platform'
import { closeBrowser } from '#tests/kit/browser'
import { dropTestDatabase } from '#tests/kit/environment'
import { migrateTestDatabase } from '#tests/kit/database'

export const plugins: Config['plugins'] = [assert(), apiClient(), pluginAdonisJS(app)]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [migrateTestDatabase],
  teardown: [dropTestDatabase],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  suite.onTest((test) => test.teardown(() => clock.restore()))
  suite.onGroup((group) => group.each.teardown(() => clock.restore()))
  if (suite.name === 'functional') suite.setup(() => testUtils.httpServer().start())
  if (suite.name === 'browser') suite.teardown(() => closeBrowser())
}
