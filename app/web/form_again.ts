import type { HttpContext } from '@adonisjs/core/http'
import { sentFields, type SentField } from '#app/web/domain/sent_fields'

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
  const fields = await keptFields(ctx)
  const hadFiles = request.is(['multipart/form-data']) !== null
  const again = { action: request.url(true), fields, hadFiles, token: earlierToken(ctx) }
  response.header('cache-control', 'no-store')
  response.status(step.status).send(await view.render('web/pages/form_again', { ...step, again }))
}

/** As they were sent, without files; null for more than a page can hold. */
async function keptFields({ request }: HttpContext): Promise<SentField[] | null> {
  const raw = request.raw()
  if (raw !== null && raw.length > LONGEST) return null
  const fields =
    raw === null
      ? await fieldsBesideFiles(request)
      : [...new URLSearchParams(raw)].map(([name, value]) => ({ name, value }))
  return fields && fields.filter(({ name }) => !SECRET.test(name))
}

/** A form with files is not read for strangers; its fields are, while the files run past unkept. */
async function fieldsBesideFiles(request: HttpContext['request']): Promise<SentField[] | null> {
  if (!request.is(['multipart/form-data'])) return null
  const { multipart } = request
  try {
    if (multipart.state === 'idle') await multipart.process()
  } catch {
    // What cannot be read to its end is not a form that could be sent again.
    return null
  }
  const fields = sentFields(request.body())
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  return length > LONGEST ? null : fields
}

/** Who is signed out has no token; that of the page they came from says whose form it is. */
function earlierToken({ request, actor }: HttpContext): string | null {
  const sent: unknown = request.body()._csrf
  return actor.kind === 'public' && typeof sent === 'string' ? sent : null
}
