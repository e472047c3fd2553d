import { LOAD_CORE, pinnedScript } from './pinned.js'
import type { Product } from './product.js'

/**
 * Runs a script that lays data out and says who may see them, signs this person in and answers
 * the headers of their session.
 */
export async function signedIn(
  script: string,
  { url, env }: Product
): Promise<Record<string, string>> {
  const maker = pinnedScript(LOAD_CORE, script, [], env)
  const person = await maker.message<{ email: string; password: string }>()
  await maker.ended
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(person),
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
  })
  if (answer.status !== 303) throw new Error(`Invalid run: signing in answered ${answer.status}`)
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  }
}
