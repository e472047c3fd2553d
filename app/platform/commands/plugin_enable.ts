import { args, BaseCommand } from '@adonisjs/core/ace'
import { enabledPluginIds } from '#app/platform/enabled_plugins'
import { enablePlugin } from '#app/platform/lifecycle'
import { migrate } from '#app/platform/migrate'

export default class PluginEnable extends BaseCommand {
  static override commandName = 'plugin:enable'
  static override description = 'Migrate a plugin and let it serve, without a restart'
  static override options = { startApp: true }

  @args.string({ description: 'Id of the plugin' })
  declare id: string

  override async run() {
    await migrate(enabledPluginIds)
    const result = await enablePlugin(this.id)
    if (result.ok) return this.logger.success(`${this.id} is enabled`)
    this.logger.error(`${this.id} needs ${result.plugins.join(', ')}; enable that first`)
    this.exitCode = 1
  }
}
