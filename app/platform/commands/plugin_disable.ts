import { args, BaseCommand } from '@adonisjs/core/ace'
import { enabledPluginIds } from '#app/platform/enabled_plugins'
import { disablePlugin } from '#app/platform/lifecycle'
import { migrate } from '#app/platform/migrate'

export default class PluginDisable extends BaseCommand {
  static override commandName = 'plugin:disable'
  static override description = 'Let a plugin rest; nothing it stored is lost'
  static override options = { startApp: true }

  @args.string({ description: 'Id of the plugin' })
  declare id: string

  override async run() {
    await migrate(enabledPluginIds)
    const result = await disablePlugin(this.id)
    if (result.ok) return this.logger.success(`${this.id} is disabled`)
    this.logger.error(`${result.plugins.join(', ')} needs ${this.id}; disable that first`)
    this.exitCode = 1
  }
}
