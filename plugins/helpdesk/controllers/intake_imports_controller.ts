import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf } from '#core/admin'
import { currentOrganisation } from '#core/organisation'
import { urlFor } from '#core/platform'
import { ImportIntake } from '#plugins/helpdesk/actions/import_intake'
import { sentIntake } from '#plugins/helpdesk/controllers/sent_intake'
import { fileProblems } from '#plugins/helpdesk/domain/file_problems'
import { readIntakeFile, type IntakeFile } from '#plugins/helpdesk/domain/intake_file'
import { presentImport } from '#plugins/helpdesk/presenters/intake_import'
import { fileProblemWords } from '#plugins/helpdesk/presenters/intake_problems'
import { knownNames } from '#plugins/helpdesk/queries/set_up_names'
import { storeIntakeValidator } from '#plugins/helpdesk/validators/intake'

type Page = Parameters<typeof presentImport>[0]

/** A file takes the place of the menu that is being edited, after a look at it. */
export default class IntakeImportsController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async store(ctx: HttpContext) {
    const { form_key: formKey, agreed } = await ctx.request.validateUsing(storeIntakeValidator)
    const text = await sentIntake(ctx)
    const file = readIntakeFile(text ?? '')
    const problems = await this.#problems(ctx, text, file)
    if (!file || problems.length > 0) return this.#page(ctx, { text: text ?? '', problems })
    if (!agreed) return this.#page(ctx, { text: text ?? '', file, formKey })
    const done = await new ImportIntake().handle({ file, formKey, by: ctx.actor })
    if (!done.ok) return this.#page(ctx, { text: text ?? '', problems })
    const said = ctx.i18n.t('helpdesk.intake.import.done')
    return redirectWith(ctx, urlFor('helpdesk.intake'), { tone: 'success', text: said })
  }

  async #problems(ctx: HttpContext, text: string | null, file: IntakeFile | null) {
    if (text === null) return [ctx.i18n.t('helpdesk.intake.import.too_large')]
    if (!file) return [ctx.i18n.t('helpdesk.intake.import.no_menu')]
    const { defaultLocale } = await currentOrganisation()
    const problems = fileProblems(file, await knownNames(), defaultLocale)
    return fileProblemWords(problems, await viewerOf(ctx))
  }

  async #page(ctx: HttpContext, asked: Page) {
    if (asked.problems) ctx.response.status(422)
    const viewer = await viewerOf(ctx)
    const title = viewer.t('helpdesk.intake.import.title')
    const page = presentImport(asked, viewer)
    return renderPanel(ctx, 'helpdesk::admin/intake_import', { title, page })
  }
}
