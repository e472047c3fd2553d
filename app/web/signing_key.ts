import { createHmac } from 'node:crypto'
import { appKey } from '#core/platform'

const keys = new Map<string, string>()

/** A key of its own for each purpose, derived from APP_KEY, so that no signature serves for two. */
export function signingKey(
  purpose: 'limits' | 'csrf' | 'captcha' | 'captcha-key' | 'form-seal'
): string {
  let key = keys.get(purpose)
  if (!key) {
    key = createHmac('sha256', appKey()).update(`web:${purpose}`).digest('base64url')
    keys.set(purpose, key)
  }
  return key
}
