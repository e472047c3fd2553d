import { appUrl } from '#config/app'
import { urlFor } from '#core/platform'
import { firstRunToken, forgetFirstRunToken } from '#app/accounts/drivers/first_run_token'
import { isFirstRun } from '#app/accounts/queries/first_run'

/** What a start prints while there is no staff account: the way to the first one. */
export async function announceFirstRun(): Promise<string | null> {
  if (!(await isFirstRun())) {
    await forgetFirstRunToken()
    return null
  }
  const page = urlFor('accounts.first_run.create', { token: await firstRunToken() })
  return `Set it up here (the address works until the first account exists):\n${appUrl}${page}`
}
