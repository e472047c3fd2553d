import db from '@adonisjs/lucid/services/db'
import { appUrl } from '#config/app'
import { urlFor, type Client } from '#core/platform'
import {
  firstRunToken,
  forgetFirstRunToken,
  isFirstRunToken,
} from '#app/accounts/drivers/first_run_token'
import { User } from '#app/accounts/models/user'

/** Nobody works here yet, so nobody could sign in and create the first account. */
export async function isFirstRun(client: Client = db.connection()): Promise<boolean> {
  return (await User.query({ client }).where('kind', 'staff').first()) === null
}

/** Whether this secret opens the first-run page now. */
export async function opensFirstRun(token: string): Promise<boolean> {
  return (await isFirstRunToken(token)) && (await isFirstRun())
}

/** What a start prints while there is no staff account: the way to the first one. */
export async function firstRunAnnouncement(): Promise<string | null> {
  if (!(await isFirstRun())) {
    await forgetFirstRunToken()
    return null
  }
  const page = urlFor('accounts.first_run.create', { token: await firstRunToken() })
  return `Set it up here (the address works until the first account exists):\n${appUrl}${page}`
}
