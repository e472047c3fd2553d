import { transaction } from '#core/platform'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { someStaff, signedIn } from '#tests/accounts/people'
import type { Answer, HttpClient } from '#tests/kit/http'
import { statementsOf } from '#tests/kit/statements'

/** Somebody at the desk, signed in; with locations, limited to them. */
export async function atDesk(role: string, locations: { id: number }[] = []): Promise<HttpClient> {
  const user = await someStaff({ role })
  const ids = locations.map(({ id }) => id)
  if (ids.length > 0) await transaction((trx) => setLocationsOf(user.id, ids, trx))
  return signedIn(user)
}

/** Fills in the form that saves the record of a page; `with` wins over what stands there. */
export async function save(
  client: HttpClient,
  page: string,
  fields: Record<string, string | string[] | undefined>
): Promise<Answer> {
  // The bar of the panel has forms of its own.
  const [area] = page.split(/[?]|\/(?:create|\d+)\b/)
  const form = (await client.get(page)).forms().find(({ action, method, fields: own }) => {
    return method === 'POST' && action.startsWith(area) && Object.keys(own).length > 1
  })
  if (!form) throw new Error(`No form on ${page}`)
  return client.submit(form, fields)
}

/**
 * How many statements the pages opened by `work` send, sessions and permissions included. What is
 * kept for a moment may run out in the middle of one look, and is fresh in the next: the fewer count.
 */
export async function statements(work: () => Promise<unknown>): Promise<number> {
  const looks = [await statementsOf(work), await statementsOf(work)]
  return Math.min(...looks.map(({ length }) => length))
}

/** Text that would show itself if any page wrote it without escaping. */
export const HOSTILE = `"><script>alert(1)</script>'{{ 7*7 }}<img src=x onerror=alert(2)>`

/** What of it must never stand in a page. */
export const isClean = ({ text }: Answer) =>
  !text.includes('<script>alert') && !text.includes('<img src=x') && !text.includes('49<img')
