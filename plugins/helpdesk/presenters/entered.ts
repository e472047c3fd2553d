import type { HttpContext } from '@adonisjs/core/http'
import { answeredFiles, formVersion, presentAnswers } from '#core/forms'
import { urlFor } from '#core/platform'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { presentEntry } from '#plugins/helpdesk/presenters/thread'
import type { ShownEntry } from '#plugins/helpdesk/queries/shown_entries'

/** H4: what was entered when the ticket was opened, answers and files included. */
export async function presentEntered(
  ctx: HttpContext,
  ticket: Ticket,
  entries: readonly ShownEntry[],
  zone: string
) {
  const opened = entries.find(({ entry }) => entry.deed === 'opened')
  if (!opened) throw new Error(`Ticket ${ticket.id} has no beginning`)
  const asked = answeredFiles(ticket.answers ?? {})
  const files = opened.files.filter(({ publicId }) => !asked.includes(publicId))
  return {
    ...presentEntry(ctx, { entry: opened.entry, files }, zone),
    answers: await presentOwnAnswers(ctx, ticket),
  }
}

/** The answers against the version of the form that was asked. */
async function presentOwnAnswers({ locale }: HttpContext, ticket: Ticket) {
  const { formVersionId, answers } = ticket
  if (formVersionId === null || answers === null) return []
  const { fields } = await formVersion(formVersionId)
  return presentAnswers(fields, answers, locale).map(({ label, value, file }) => ({
    label,
    text: value,
    href: file ? urlFor('files.show', { id: file }) : undefined,
  }))
}
