import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { Viewer } from '#core/admin'
import { isLocale, type Locale } from '#core/organisation'
import { contributions } from '#core/platform'
import type { MailDefinition } from '#app/messaging/definitions'

export const VIEWS = ['mail', 'phone', 'text'] as const

export type TemplateAddress = {
  definition: MailDefinition
  locale: Locale
  view: (typeof VIEWS)[number]
}

/** Which mail, in which language, how wide; 404 for a mail that nothing enabled declares. */
export async function templateAddress(
  { params, request }: HttpContext,
  viewer: Viewer
): Promise<TemplateAddress> {
  const mails = (await contributions('mails')).flatMap(({ value }) => value)
  const definition = mails.find(({ id }) => id === params.template)
  if (!definition) throw new Exception('No such mail', { status: 404 })
  const language: unknown = request.input('language')
  const view: unknown = request.input('view')
  return {
    definition,
    locale: isLocale(language) ? language : viewer.locale,
    view: VIEWS.find((candidate) => candidate === view) ?? 'mail',
  }
}
