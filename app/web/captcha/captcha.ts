import logger from '@adonisjs/core/services/logger'
import type { HttpContext } from '@adonisjs/core/http'
import { clock, hashToken, transaction, type Trx } from '#core/platform'
import { AltchaDriver } from '#app/web/captcha/altcha_driver'
import type { CaptchaDriver, ProofRefusal } from '#app/web/captcha/captcha_driver'
import { HONEYPOT_FIELD, PROOF_FIELD, SEAL_FIELD } from '#app/web/captcha/captcha_fields'
import { FakeCaptchaDriver } from '#app/web/captcha/fake_driver'
import { openSeal } from '#app/web/captcha/form_seal'
import { judgeSlowForm } from '#app/web/domain/slow_form'
import { insertOnce } from '#app/web/insert_once'

type Refused<Reason> = { ok: false; reason: Reason }

export type CaptchaResult =
  { ok: true; proof: 'captcha' | 'slow_form' } | Refused<ProofRefusal | 'missing' | 'too_fast'>

export type CheckedForm =
  | {
      ok: true
      proof: 'captcha' | 'slow_form'
      /** Uses the proof up in the transaction of what it protects; false when it was used before. */
      use: (trx: Trx) => Promise<boolean>
    }
  | Refused<Exclude<CaptchaRefusal, 'used'>>

export type CaptchaRefusal = (CaptchaResult & { ok: false })['reason']

/** Protects a public form (B9). It is a price, not a proof of a person: limits carry the load. */
class Captcha {
  #chosen: CaptchaDriver | null = null

  /**
   * Checks the fields that the captcha component put into the form, once the rest of the form is
   * valid and before the transaction: a proof counts once. `slow_form` means that it came without
   * JavaScript; then count three times (`weight: 3`) and keep what it does pending until the
   * mailed link is confirmed. Sentences for refusals: `web.captcha.<reason>`.
   */
  async verify(ctx: HttpContext, form: string): Promise<CaptchaResult> {
    const checked = await this.check(ctx, form)
    if (!checked.ok) return checked
    const isFirstUse = await transaction((trx) => checked.use(trx))
    return isFirstUse ? { ok: true, proof: checked.proof } : { ok: false, reason: 'used' }
  }

  /**
   * `verify` for a form whose effect is a transaction: the proof is used up only with it, so that
   * who is refused for another reason need not prove anything again.
   */
  async check({ request }: HttpContext, form: string): Promise<CheckedForm> {
    const body: Record<string, unknown> = request.body()
    const payload = body[PROOF_FIELD]
    if (typeof payload === 'string' && payload !== '') return this.#checkProof(form, payload)
    const shownAt = openSeal(form, body[SEAL_FIELD])
    const judged = judgeSlowForm({ shownAt, honeypot: body[HONEYPOT_FIELD] }, clock.now())
    return judged.ok ? { ok: true, proof: 'slow_form', use: async () => true } : judged
  }

  challenge(form: string): Promise<object> {
    return this.#driver.challenge(form)
  }

  /** Tests need no work done until `restore()`. */
  fake(): void {
    this.#chosen = new FakeCaptchaDriver()
  }

  restore(): void {
    this.#chosen = new AltchaDriver()
  }

  async #checkProof(form: string, payload: string): Promise<CheckedForm> {
    const proof = await this.#driver.check(form, payload)
    if (!proof.ok) return proof
    // The library accepts a payload as often as it is sent; the primary key accepts it once.
    const used = { id: hashToken(proof.id), expires_at: proof.expiresAt }
    return { ok: true, proof: 'captcha', use: (trx) => insertOnce(trx, 'web_used_captchas', used) }
  }

  /** Servers that a test starts as processes of their own are told by a variable, and say so. */
  get #driver(): CaptchaDriver {
    if (this.#chosen) return this.#chosen
    const isFake = process.env.TEST_CAPTCHA === 'fake'
    if (isFake) logger.warn('TEST_CAPTCHA is set: forms are not protected')
    this.#chosen = isFake ? new FakeCaptchaDriver() : new AltchaDriver()
    return this.#chosen
  }
}

export const captcha = new Captcha()
