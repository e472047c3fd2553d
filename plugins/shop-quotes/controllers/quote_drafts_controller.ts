import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { SaveDraft } from '#plugins/shop-quotes/actions/save_draft'
import { quoteAtDesk } from '#plugins/shop-quotes/controllers/quote_at_desk'
import { changedBy, commanded, othersIn } from '#plugins/shop-quotes/presenters/draft_commands'
import {
  draftGround,
  readTyped,
  renderDraft,
  type DraftGround,
} from '#plugins/shop-quotes/presenters/draft_page'
import { startingDraft } from '#plugins/shop-quotes/presenters/draft_start'
import { typedDraft, type TypedDraft } from '#plugins/shop-quotes/presenters/typed_draft'

/** S10: staff write the next version of an offer; it works without a script, and nothing is lost. */
export default class QuoteDraftsController {
  async edit(ctx: HttpContext) {
    const ground = await draftGround(ctx, await quoteAtDesk(ctx))
    return renderDraft(ctx, ground, { typed: await startingDraft(ground.quote, ground) })
  }

  async update(ctx: HttpContext) {
    const ground = await draftGround(ctx, await quoteAtDesk(ctx))
    const typed = typedDraft(ctx.request.body())
    const command = commanded(ctx)
    if (command === 'save' || command === 'preview') return this.#save(ctx, ground, typed, command)
    return renderDraft(ctx, ground, { typed: changedBy(ctx, ground, typed, command) })
  }

  async #save(ctx: HttpContext, ground: DraftGround, typed: TypedDraft, command: string) {
    const { quote, viewer } = ground
    const { draft, errors } = readTyped(typed, ground)
    if (Object.keys(errors).length > 0) {
      return renderDraft(ctx, ground, { typed, errors, status: 422 })
    }
    const seen = Number(typed.seen)
    const saved = await new SaveDraft().handle({ quoteId: quote.id, draft, seen, by: ctx.actor })
    if (saved.ok) return this.#saved(ctx, quote.id, command)
    if (saved.reason === 'changed_meanwhile') {
      return renderDraft(ctx, ground, { ...othersIn(ground, typed, draft), status: 409 })
    }
    const why = { lines: viewer.t(`shop-quotes.quotes.desk.draft.refusals.${saved.reason}`) }
    return renderDraft(ctx, ground, { typed, errors: why, status: 422 })
  }

  #saved(ctx: HttpContext, id: number, command: string) {
    const to = command === 'preview' ? 'quote_sendings.create' : 'quote_drafts.edit'
    const text = ctx.i18n.t('shop-quotes.quotes.desk.draft.saved')
    redirectWith(ctx, urlFor(`shop-quotes.${to}`, { id }), { tone: 'success', text })
  }
}
