import type { HttpContext } from '@adonisjs/core/http'
import { captcha } from '#app/web/captcha/captcha'
import { defineLimit, throttle } from '#app/web/limits/throttle'

/** Setting a task costs the server about 2 ms of work. */
const challengeLimit = defineLimit({
  id: 'web.captcha',
  points: 60,
  seconds: 60,
  store: 'memory',
})

export default class CaptchaChallengesController {
  async show(ctx: HttpContext) {
    await throttle(ctx, challengeLimit)
    return ctx.response.send(await captcha.challenge(ctx.params.form))
  }
}
