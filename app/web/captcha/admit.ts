import type { HttpContext } from '@adonisjs/core/http'
import type { Trx } from '#core/platform'
import type { CheckedForm } from '#app/web/captcha/captcha'
import { allowed, type Allowed, type Counted } from '#app/web/limits/throttle'

export type Admission = Allowed | { ok: false; reason: 'used' }

type Asked = { form: CheckedForm & { ok: true }; limits: readonly Counted[] }

/**
 * Lets a public form through in the transaction of what it does: its proof counts once and the
 * attempt counts under its limits, both if and only if the transaction commits. So a double click
 * counts once, and who is refused for another reason has used up nothing. Return a refusal from
 * the transaction, do not throw it: the counters must stay.
 */
export async function admit(
  trx: Trx,
  ctx: HttpContext,
  { form, limits }: Asked
): Promise<Admission> {
  if (!(await form.use(trx))) return { ok: false, reason: 'used' }
  return allowed(ctx, limits, trx)
}
