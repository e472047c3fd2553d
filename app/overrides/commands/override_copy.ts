import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { withMark } from '#app/overrides/domain/original_mark'
import { overridesFolder } from '#app/overrides/files'
import { pathOfView, shippedView } from '#app/overrides/originals'

export default class OverrideCopy extends BaseCommand {
  static override commandName = 'override:copy'
  static override description = 'Copy a view to DATA_DIR/overrides, to be changed there'
  static override options = { startApp: true }

  @args.string({ description: 'The view, e.g. web/pages/home or booking::pages/services' })
  declare view: string

  @flags.boolean({ description: 'Begin anew where there is a copy already' })
  declare force: boolean

  override async run() {
    const path = pathOfView(this.view)
    const shipped = await shippedView(path)
    if (!shipped) return this.#refuse(`There is no view ${this.view}`)
    const copy = overridesFolder('views', ...path.split('/'))
    await mkdir(dirname(copy), { recursive: true })
    const flag = this.force ? 'w' : 'wx'
    try {
      await writeFile(copy, withMark(shipped.text), { flag })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return this.#refuse(`${copy} is there already; --force begins anew`)
    }
    this.logger.success(`Change ${copy}; it is in use within a second`)
  }

  #refuse(why: string) {
    this.logger.error(why)
    this.exitCode = 1
  }
}
