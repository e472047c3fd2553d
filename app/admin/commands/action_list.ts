import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class ActionList extends BaseCommand {
  static override commandName = 'action:list'
  static override description = 'List the actions that action:run knows, with their fields'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { namedActions } = await import('#app/admin/queries/named_actions')
    const { isActive } = await import('#core/platform')
    for (const { name, action, ...of } of namedActions()) {
      if (!(await isActive('home' in of ? of.home.owner : of.resource.owner))) continue
      const id = 'home' in of ? '' : ' --id=…'
      const fields = (action.form ?? []).map(({ name: field, required }) =>
        required ? ` --set=${field}=…` : ` [--set=${field}=…]`
      )
      this.logger.log(`${name}${id}${fields.join('')} (${action.permission})`)
    }
  }
}
