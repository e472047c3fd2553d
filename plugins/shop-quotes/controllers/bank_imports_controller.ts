import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { setting } from '#core/settings'
import { ImportBankLines } from '#plugins/shop-quotes/actions/import_bank_lines'
import { sentBankFile } from '#plugins/shop-quotes/controllers/sent_bank_file'
import { bankTable } from '#plugins/shop-quotes/domain/bank_file'
import { readBankFile, type BankFile } from '#plugins/shop-quotes/domain/bank_lines'
import {
  importProblem,
  presentBankImport,
  toldColumns,
} from '#plugins/shop-quotes/presenters/bank_import'
import { currency } from '#plugins/shop-quotes/settings'
import { storeBankImportValidator } from '#plugins/shop-quotes/validators/bank_imports'

/** A file of the bank is looked at first, and taken once staff have seen what it would do. */
export default class BankImportsController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async store(ctx: HttpContext) {
    const { agreed, columns } = await ctx.request.validateUsing(storeBankImportValidator)
    const text = await sentBankFile(ctx)
    const known = { chosen: toldColumns(columns), currency: await setting(currency) }
    const file = readBankFile(bankTable(text ?? ''), known)
    const problem = importProblem(text, file)
    if (!agreed || problem) return this.#page(ctx, { text: text ?? '', file, problem })
    return this.#take(ctx, file)
  }

  async #take(ctx: HttpContext, { lines }: BankFile) {
    const imported = await new ImportBankLines().handle({ lines, by: ctx.actor })
    const said = ctx.i18n.t('shop-quotes.bank_import.done', imported)
    const to = urlFor(`shop-quotes.${imported.tasks > 0 ? 'tasks' : 'bank_lines'}.index`)
    return redirectWith(ctx, to, { tone: 'success', text: said })
  }

  async #page(
    ctx: HttpContext,
    looked: { text?: string; file?: BankFile; problem?: string | null }
  ) {
    if (looked.problem) ctx.response.status(422)
    const viewer = await viewerOf(ctx)
    const title = viewer.t('shop-quotes.bank_import.title')
    const page = await presentBankImport(looked, viewer)
    return renderPanel(ctx, 'shop_quotes::admin/bank_import', { title, page })
  }
}
