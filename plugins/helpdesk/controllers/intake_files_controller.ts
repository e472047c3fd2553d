import type { HttpContext } from '@adonisjs/core/http'
import { sendDownload } from '#core/admin'
import { fileOf } from '#plugins/helpdesk/domain/intake_file'
import { draftTree } from '#plugins/helpdesk/domain/intake_tree'
import { intakeDraft } from '#plugins/helpdesk/queries/intake_draft'
import { namesById } from '#plugins/helpdesk/queries/set_up_names'

/** The menu that is being edited as a file, to be kept or taken to another house. */
export default class IntakeFilesController {
  async show(ctx: HttpContext) {
    const file = fileOf(draftTree(await intakeDraft()), await namesById())
    const content = `${JSON.stringify(file, null, 2)}\n`
    sendDownload(ctx, { name: 'menu.json', type: 'application/json; charset=utf-8', content })
  }
}
