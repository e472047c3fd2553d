import type { HttpContext } from '@adonisjs/core/http'
import type { CookieDefinition } from '#core/consent'
import { clock, hashToken, secretToken, transaction } from '#core/platform'
import { User } from '#app/accounts/models/user'

/** Names the step between password and code; it opens the code page and nothing else. */
const COOKIE = 'sign_in_step'
const LIFE_MINUTES = 5
const LIFE = LIFE_MINUTES * 60_000

export const stepCookie: CookieDefinition = {
  name: COOKIE,
  what: 'accounts.cookies.sign_in_step',
  keeps: { minutes: LIFE_MINUTES },
}

/** After the right password of a person with a second factor: no session yet. */
export async function beginStep({ response }: HttpContext, user: User): Promise<void> {
  const { plain, hash } = secretToken()
  const expires_at = clock.now() + LIFE
  await transaction(async (trx) => {
    await trx.from('accounts_sign_in_steps').where('expires_at', '<=', clock.now()).delete()
    await trx
      .insertQuery()
      .table('accounts_sign_in_steps')
      .insert({ id: hash, user_id: user.id, expires_at })
  })
  response.plainCookie(COOKIE, plain, { encode: false, maxAge: LIFE / 1000, sameSite: 'strict' })
}

/** Whose code this browser is asked for; null without a step that still holds. */
export async function userOfStep(ctx: HttpContext): Promise<User | null> {
  const id = stepId(ctx)
  if (id === null) return null
  return User.query()
    .whereIn('id', (steps) => {
      steps
        .from('accounts_sign_in_steps')
        .where('id', id)
        .where('expires_at', '>', clock.now())
        .select('user_id')
    })
    .whereNull('disabled_at')
    .whereNotNull('two_factor_at')
    .first()
}

/** Uses the step up; true for exactly one of any number of requests. */
export async function endStep(ctx: HttpContext): Promise<boolean> {
  const id = stepId(ctx)
  ctx.response.clearCookie(COOKIE)
  if (id === null) return false
  const ended = await transaction((trx) =>
    trx.from('accounts_sign_in_steps').where('id', id).delete()
  )
  return Number(ended) === 1
}

function stepId({ request }: HttpContext): string | null {
  const plain: unknown = request.plainCookie(COOKIE, { encoded: false })
  return typeof plain === 'string' && plain !== '' ? hashToken(plain) : null
}
