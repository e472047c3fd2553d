import { BaseCommand } from '@adonisjs/core/ace'
import { textOverrides } from '#app/overrides/texts'
import { viewOverrides } from '#app/overrides/views'

export default class OverrideList extends BaseCommand {
  static override commandName = 'override:list'
  static override description = 'List the overrides and whether they are in use'
  static override options = { startApp: true }

  override async run() {
    const table = this.ui.table().head(['File', 'State', 'Original', 'Why'])
    for (const { path, state, original, problem } of viewOverrides()) {
      table.row([`views/${path}`, state, original, problem ?? ''])
    }
    for (const { file, used, problem, problems, changed } of textOverrides()) {
      const why = problems.map(({ key, reason }) => `${key}: ${reason}`).join('\n')
      const original = changed.length > 0 ? `changed: ${changed.join(', ')}` : ''
      table.row([`lang/${file}`, `${used} in use`, original, problem ?? why])
    }
    table.render()
  }
}
