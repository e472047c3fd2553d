import { clock } from '#core/platform'
import type { CaptchaDriver, CheckedProof } from '#app/web/captcha/captcha_driver'

const LIFE = 600_000

/** For tests: `solved:<anything>` is a proof, and used up once; everything else is wrong. */
export class FakeCaptchaDriver implements CaptchaDriver {
  async challenge(form: string): Promise<object> {
    return { form }
  }

  async check(_: string, payload: string): Promise<CheckedProof> {
    if (!payload.startsWith('solved:')) return { ok: false, reason: 'wrong' }
    return { ok: true, id: payload, expiresAt: clock.now() + LIFE }
  }
}
