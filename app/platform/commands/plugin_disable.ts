import { args, BaseCommand } from '@adonisjs/core/ace'
import { disablePlugin } from '#app/platform/lifecycle'

export default class PluginDisable extends BaseCommand {
  static commandName = 'plugin:disable'
  static description = 'Let a plugin rest; nothing it stored is lost'
  static options = { startApp: true }

  @args.string({ description: 'Id of the plugin' })
  declare id: string

  async run() {
    const result = await disablePlugin(this.id)
    if (result.ok) return this.logger.success(`${this.id} is disabled`)
    this.logger.error(`${result.plugins?.join(', ')} needs ${this.id}; disable that first`)
    this.exitCode = 1
  }
}
