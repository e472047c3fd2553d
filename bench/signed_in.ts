import { LOAD_CORE, pinnedScript } from './pinned.js'
import type { Product } from './product.js'

/** Headers of a visitor who is signed in. */
export type Session = Record<string, string>
type Person = { email: string; password: string }

/**
 * Runs a script that lays data out and says who may see them, signs this person in and answers
 * the headers of their session.
 */
export async function signedIn(
  script: string,
  product: Product,
  args: string[] = []
): Promise<Session> {
  const maker = pinnedScript(LOAD_CORE, script, args, product.env)
  const person = await maker.message<Person>()
  await maker.ended
  return sessionOf(product, person)
}

/** Signs somebody in, from an address of their own where many do. */
export async function sessionOf(
  { url }: Product,
  { email, password }: Person,
  address?: string
): Promise<Session> {
  const from: Session = address ? { 'x-forwarded-for': address } : {}
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email, password }),
    headers: { ...from, origin: url, 'sec-fetch-site': 'same-origin' },
  })
  if (answer.status !== 303) throw new Error(`Invalid run: signing in answered ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { ...from, cookie }
}
