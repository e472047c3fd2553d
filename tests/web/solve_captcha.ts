import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { HttpClient } from '#tests/kit/http'

/** Does the work of a real challenge, as the widget would; the value of the field `altcha`. */
export async function solveCaptcha(client: HttpClient, form: string): Promise<string> {
  const challenge: Challenge = JSON.parse((await client.get(`/captcha/${form}`)).text)
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}
