import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class ActionList extends BaseCommand {
  static override commandName = 'action:list'
  static override description = 'List the actions that action:run knows, with their fields'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { isOn, namedActions } = await import('#app/admin/queries/named_actions')
    const { activeOwners } = await import('#core/platform')
    const isActive = await activeOwners()
    for (const named of namedActions()) {
      if (!isOn(named, isActive)) continue
      const { name, action } = named
      const id = 'home' in named ? '' : ' --id=…'
      const fields = (action.form ?? []).map(({ name: field, required }) =>
        required ? ` --set=${field}=…` : ` [--set=${field}=…]`
      )
      this.logger.log(`${name}${id}${fields.join('')} (${action.permission})`)
    }
  }
}
