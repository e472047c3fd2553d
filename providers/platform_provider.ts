import { join } from 'node:path'
import { existsSync } from 'node:fs'
import edge from 'edge.js'
import { BaseModel } from '@adonisjs/lucid/orm'
import type { ApplicationService } from '@adonisjs/core/types'
import { appUrl } from '#config/app'
import { bootRegistry } from '#app/platform/boot'
import { DirectAdapter } from '#app/platform/direct_adapter'
import { demoLogins, loadDemoOnce } from '#app/platform/demo'
import { enabledPluginIds } from '#app/platform/enabled_plugins'
import { pluginPath } from '#app/platform/installed'
import { migrate } from '#app/platform/migrate'
import { keepPlainOriginals } from '#app/platform/plain_originals'
import { registry } from '#app/platform/registry'
import { urlFor } from '#app/platform/routes'

export default class PlatformProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    keepPlainOriginals()
    BaseModel.$adapter = new DirectAdapter(await this.app.container.make('lucid.db'))
    const { modules } = await import('#start/modules')
    await bootRegistry(modules)
    this.#mountViews()
    for (const module of registry.modules) await module.boot?.()
  }

  /** The database is up to date before the first request; in tests the test kit does it. */
  async start() {
    if (this.app.getEnvironment() !== 'web' || this.app.getMode() !== 'run') return
    await migrate(enabledPluginIds)
    await loadDemoOnce()
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    this.app.terminating(async () => {
      for (const module of registry.modules.toReversed()) await module.terminating?.()
    })
    for (const module of registry.modules) await module.ready?.()
    if (!this.app.inTest) await announce()
  }

  #mountViews() {
    edge.global('urlFor', urlFor)
    edge.mount('ui', this.app.makePath('resources/views/ui'))
    for (const { id } of registry.plugins) {
      const views = pluginPath(id, 'views')
      // A hyphen in a disk name breaks component tags.
      if (existsSync(views)) edge.mount(id.replaceAll('-', '_'), join(views))
    }
    if (!this.app.inDev) memoiseComponentList()
  }
}

/** Where to go, and with which sign-ins a demo can be tried. */
async function announce() {
  console.log(`\nSportello is ready: ${appUrl}\nThe staff panel is at ${appUrl}/admin`)
  const logins = demoLogins()
  if (logins) console.log(`\nDemo sign-ins (role, e-mail, password):\n${logins}`)
  for (const module of registry.modules) {
    const text = await module.announcement?.()
    if (text) console.log(`\n${text}`)
  }
}

/** Edge lists the component folders of every disk at each render, also with its cache on. */
function memoiseComponentList() {
  const list = edge.loader.listComponents.bind(edge.loader)
  let components: ReturnType<typeof list> | undefined
  edge.loader.listComponents = () => (components ??= list())
}
