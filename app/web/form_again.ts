import type { HttpContext } from '@adonisjs/core/http'

/** What is never written into a page, whoever typed it. */
const SECRET = /password|secret|^code$|^_csrf$/
const LONGEST = 200_000

type Step = { title: string; text: string; status: number; open?: { label: string; href: string } }

/**
 * The answer to a form that may not be carried out yet: what is to be done first, and a button that
 * sends the very same again. Nothing typed is lost, and nothing was changed.
 */
export async function sendFormAgain(ctx: HttpContext, step: Step): Promise<void> {
  const { request, response, view } = ctx
  const again = { action: request.url(true), fields: sentFields(ctx), token: earlierToken(ctx) }
  response.header('cache-control', 'no-store')
  response.status(step.status).send(await view.render('web/pages/form_again', { ...step, again }))
}

/** As they were sent; null for files, which a page cannot hold, and for more than a page can. */
function sentFields({ request }: HttpContext): { name: string; value: string }[] | null {
  const raw = request.raw()
  if (request.bodyType !== 'urlencoded' || raw === null || raw.length > LONGEST) return null
  return [...new URLSearchParams(raw)]
    .filter(([name]) => !SECRET.test(name))
    .map(([name, value]) => ({ name, value }))
}

/** Who is signed out has no token; that of the page they came from says whose form it is. */
function earlierToken({ request, actor }: HttpContext): string | null {
  const sent: unknown = request.body()._csrf
  return actor.kind === 'public' && typeof sent === 'string' ? sent : null
}
