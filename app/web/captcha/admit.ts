import type { HttpContext } from '@adonisjs/core/http'
import type { Trx } from '#core/platform'
import type { CheckedForm } from '#app/web/captcha/captcha'
import { secondsUntilAllowed, type Counted } from '#app/web/limits/throttle'

export type Admission =
  { ok: true } | { ok: false; reason: 'used' } | { ok: false; reason: 'too_many'; seconds: number }

type Asked = {
  /** Left out where no captcha protects the form. */
  form?: CheckedForm & { ok: true }
  limits: readonly Counted[]
}

/**
 * Lets a public form through in the transaction of what it does: its proof counts once and the
 * attempt counts under its limits, both if and only if the transaction commits. So a double click
 * counts once, and who is refused for another reason has used up nothing. Return a refusal from
 * the transaction, do not throw it: the counters must stay.
 */
export async function admit(trx: Trx, ctx: HttpContext, asked: Asked): Promise<Admission> {
  const { form, limits } = asked
  if (form && !(await form.use(trx))) return { ok: false, reason: 'used' }
  const seconds = await secondsUntilAllowed(ctx, limits, trx)
  return seconds === 0 ? { ok: true } : { ok: false, reason: 'too_many', seconds }
}
