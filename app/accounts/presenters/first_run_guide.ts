import type { HttpContext } from '@adonisjs/core/http'
import { declaredRoute, FIRST_RUN_STEPS, urlFor, type FirstRunStep } from '#core/platform'
import { isSettingUp } from '#app/accounts/queries/first_run'

/** The pages of the panel that the steps are; the first step made owner and organisation. */
const addressOf: Record<FirstRunStep, () => string> = {
  mail: () => urlFor('settings.settings', {}, { owner: 'messaging' }),
  plugins: () => urlFor('platform.plugins'),
  second_factor: () => urlFor('accounts.two_factor.show'),
}

export const FIRST_RUN_LENGTH = 1 + FIRST_RUN_STEPS.length

/** Where the first run goes on. */
export const firstRunPath = (): string => addressOf[FIRST_RUN_STEPS[0]]()

/** What leads through the first run on the pages of its steps; null for everybody else. */
export async function firstRunGuide(ctx: HttpContext) {
  const step = declaredRoute(ctx)?.firstRun
  if (!step || !(await isSettingUp(ctx.auth.use('web').getUserOrFail()))) return null
  const at = FIRST_RUN_STEPS.indexOf(step)
  const [before, after] = [FIRST_RUN_STEPS[at - 1], FIRST_RUN_STEPS[at + 1]]
  const word = (part: string) => `accounts.first_run.steps.${step}.${part}`
  return {
    id: step,
    step: at + 2,
    of: FIRST_RUN_LENGTH,
    title: ctx.i18n.t(word('title')),
    text: ctx.i18n.hasMessage(word('text')) ? ctx.i18n.t(word('text')) : null,
    back: before ? addressOf[before]() : null,
    next: after ? addressOf[after]() : null,
  }
}
