import db from '@adonisjs/lucid/services/db'
import type { Client } from '#core/platform'
import { isFirstRunToken } from '#app/accounts/drivers/first_run_token'
import { User } from '#app/accounts/models/user'
import { lacksTwoFactor } from '#app/accounts/queries/two_factor'

/** Nobody works here yet, so nobody could sign in and create the first account. */
export async function isFirstRun(client: Client = db.connection()): Promise<boolean> {
  return (await User.query({ client }).where('kind', 'staff').first()) === null
}

/** Whether this secret opens the first-run page now. */
export async function opensFirstRun(token: string): Promise<boolean> {
  return (await isFirstRunToken(token)) && (await isFirstRun())
}

/**
 * Whether this person is still setting the installation up: the owner, without the second factor
 * with which it ends, and nobody else works here. So it goes on wherever it was interrupted.
 */
export async function isSettingUp(user: User): Promise<boolean> {
  if (user.role !== 'owner' || !(await lacksTwoFactor(user))) return false
  return (await User.query().where('kind', 'staff').whereNot('id', user.id).first()) === null
}
