import type { HttpContext } from '@adonisjs/core/http'
import { recordChoice } from '#app/consent/actions/record_choice'
import { keepChoice } from '#app/consent/cookie'
import type { Purpose } from '#app/consent/domain/choice'
import { setConsent } from '#app/consent/middleware/consent_middleware'

/** A visitor's choice: logged, kept in this browser, and in force from this answer on. */
export async function choose(ctx: HttpContext, agreed: readonly Purpose[]): Promise<void> {
  const { consent, locale, actor } = ctx
  const { question } = consent
  const choice = await recordChoice({ question, agreed, locale, actor })
  keepChoice(ctx, choice)
  setConsent(ctx, question, choice)
  // Nobody else sees other pages for it.
  ctx.leavesPages = true
}
