import { BaseCommand } from '@adonisjs/core/ace'
import { enabledPluginIds } from '#app/platform/enabled_plugins'
import { pluginStates } from '#app/platform/lifecycle'
import { migrate } from '#app/platform/migrate'
import { registry } from '#app/platform/registry'

export default class PluginList extends BaseCommand {
  static override commandName = 'plugin:list'
  static override description = 'List the installed plugins and whether they are enabled'
  static override options = { startApp: true }

  override async run() {
    await migrate(enabledPluginIds)
    const table = this.ui.table().head(['Plugin', 'Version', 'State', 'Needs'])
    for (const plugin of await pluginStates()) {
      const state = plugin.enabled ? 'enabled' : 'disabled'
      table.row([plugin.id, plugin.version, state, plugin.requires.join(', ')])
    }
    for (const { id, error } of registry.setAside) {
      table.row([id, '', `set aside: ${error.message}`, ''])
    }
    table.render()
  }
}
