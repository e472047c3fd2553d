import { forgetCaches, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { textVersion } from '#app/consent/settings'
import { countVisits } from '#app/statistics/settings'
import type { HttpClient } from '#tests/kit/http'

/** From now on visitors are asked whether they may be counted. */
export async function countTheVisits(on = true): Promise<void> {
  await transaction((trx) => saveSetting(trx, countVisits, on, SYSTEM))
  forgetCaches()
}

/** The organisation has changed what its texts mean. */
export async function raiseTextVersion(to: number): Promise<void> {
  await transaction((trx) => saveSetting(trx, textVersion, to, SYSTEM))
  forgetCaches()
}

export const SETTINGS = '/cookies/settings'

/** What the banner of a page sends when one of its buttons is pressed. */
export async function press(client: HttpClient, choice: 'all' | 'none', path = '/') {
  return client.submit((await client.get(path)).form(SETTINGS), { choice })
}

export const hasBanner = ({ text }: { text: string }): boolean =>
  /<section class="consent"/.test(text)
