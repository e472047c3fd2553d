import type { HttpContext } from '@adonisjs/core/http'
import type { FileRefusal } from '#core/files'
import type { ReadForm } from '#plugins/shop-quotes/presenters/read_line'

type Refusal = FileRefusal | { ok: false; reason: 'full' | 'changed_meanwhile' | 'not_there' }

/** What was sent, with why it was not taken; files that are gone have to be chosen again. */
export function refusedLine(ctx: HttpContext, read: ReadForm, refusal: Refusal): ReadForm {
  if (refusal.reason === 'changed_meanwhile') return read
  if (refusal.reason === 'full') {
    return { ...read, errors: { quantity: ctx.i18n.t('shop-quotes.cart.errors.full') } }
  }
  const { reason, limits } = refusal as FileRefusal
  const asked = read.form?.fields.find(({ kind }) => kind === 'file')
  return {
    ...read,
    errors: { [`answer-${asked?.key}`]: ctx.i18n.t(`files.errors.${reason}`, limits) },
  }
}
