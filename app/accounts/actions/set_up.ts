import hash from '@adonisjs/core/services/hash'
import { setUpOrganisation, type Locale, type NewOrganisation } from '#core/organisation'
import { SYSTEM, transaction, withLease, type Result, type Trx } from '#core/platform'
import { storeUser, type NewUserRefusal } from '#app/accounts/actions/create_user'
import { normalEmail } from '#app/accounts/domain/email_address'
import { forgetFirstRunToken } from '#app/accounts/drivers/first_run_token'
import type { User } from '#app/accounts/models/user'
import { isFirstRun } from '#app/accounts/queries/first_run'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'

export type SetUp = {
  organisation: NewOrganisation
  owner: { email: string; firstName: string; lastName: string; password: string; locale: Locale }
}

/**
 * The first run: owner, organisation and first location, all or nothing. Of any number of forms
 * sent at once one wins; once there is a staff account it refuses for good.
 */
export async function setUp({
  organisation,
  owner: { password: plain, ...person },
}: SetUp): Promise<Result<{ user: User }, NewUserRefusal | 'set_up_before'>> {
  const owner = {
    ...person,
    kind: 'staff' as const,
    role: 'owner' as const,
    email: normalEmail(person.email),
  }
  const refusal = await passwordRefusalFor(owner, plain, organisation.name)
  if (refusal) return { ok: false, reason: refusal }
  const password = await hash.make(plain)
  const begin = async (trx: Trx) => {
    if (!(await isFirstRun(trx))) return { ok: false, reason: 'set_up_before' } as const
    const stored = await storeUser(trx, { ...owner, password }, SYSTEM)
    if (stored.ok) await setUpOrganisation(trx, organisation, SYSTEM)
    return stored
  }
  const done = await withLease('first-run', () => transaction(begin))
  if (done.ok) await forgetFirstRunToken()
  return done
}
