import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { allContributions, clock, errorRecord } from '#core/platform'
import { agreesTo, isAnswered, type Choice, type Question } from '#app/consent/domain/choice'
import { keptChoice } from '#app/consent/cookie'
import { currentQuestion } from '#app/consent/queries/question'

const NOTHING: Question = { version: 0, purposes: [] }

/** Reads what the visitor chose, and takes away every optional cookie that they did not agree to. */
export default class ConsentMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    setConsent(ctx, await question(ctx), keptChoice(ctx))
    await next()
    dropOptionalCookies(ctx)
  }
}

/** From here on the request is answered under this choice. */
export function setConsent(ctx: HttpContext, question: Question, choice: Choice | null): void {
  const now = clock.now()
  ctx.consent = {
    ...{ question, choice },
    isAsked: !isAnswered(choice, question, now),
    agrees: (purpose) => agreesTo(purpose, choice, question, now),
  }
}

/** Files ask nobody; while the database does not answer, nothing optional is done. */
async function question({ request, logger }: HttpContext): Promise<Question> {
  if (request.url().includes('.')) return NOTHING
  try {
    return await currentQuestion()
  } catch (error) {
    logger.error({ error: errorRecord(error) }, 'What visitors are asked could not be read')
    return NOTHING
  }
}

/** Also one that an earlier choice allowed, or that stayed when its purpose was switched off. */
function dropOptionalCookies({ consent, request, response }: HttpContext): void {
  const sent = request.header('cookie')
  if (!sent) return
  const isFile = request.url().includes('.')
  for (const { name, purpose } of isFile ? [] : optionalCookies()) {
    if (!consent.agrees(purpose!) && sent.includes(`${name}=`)) response.clearCookie(name)
  }
}

const optionalCookies = () =>
  allContributions('cookies')
    .flatMap(({ value }) => value)
    .filter(({ purpose }) => purpose !== undefined)
