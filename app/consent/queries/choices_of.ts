import type { User } from '#core/accounts'
import { contributions } from '#core/platform'
import type { RecordedConsent } from '#app/consent/definition'
import { AccountChoice } from '#app/consent/models/account_choice'

const MOST = 50

/** What somebody chose while they were signed in, the latest first. */
export const choicesOf = ({ id }: { id: number }): Promise<AccountChoice[]> =>
  AccountChoice.query().where('userId', id).orderBy('at', 'desc').orderBy('id', 'desc').limit(MOST)

/** What they agreed to with what they sent, wherever it is recorded; the latest first. */
export async function recordedConsents(user: User): Promise<RecordedConsent[]> {
  const sources = await contributions('consents')
  const found = await Promise.all(sources.map(({ value: consentsOf }) => consentsOf(user)))
  return found.flat().sort((a, b) => b.at - a.at)
}
