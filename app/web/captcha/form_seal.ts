import { createHmac, timingSafeEqual } from 'node:crypto'
import { signingKey } from '#app/web/signing_key'

/** A signed "this form was shown at": `<epoch ms in base 36>.<signature>`. */
export function sealForm(form: string, shownAt: number): string {
  const moment = shownAt.toString(36)
  return `${moment}.${signature(form, moment)}`
}

/** When the form was shown, or null when the seal is not ours or of another form. */
export function openSeal(form: string, seal: unknown): number | null {
  if (typeof seal !== 'string' || seal.length > 64) return null
  const [moment, given = ''] = seal.split('.')
  const expected = signature(form, moment)
  if (given.length !== expected.length) return null
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null
  return Number.parseInt(moment, 36)
}

function signature(form: string, moment: string): string {
  const signed = createHmac('sha256', signingKey('form-seal')).update(`${form} ${moment}`)
  return signed.digest('base64url').slice(0, 32)
}
