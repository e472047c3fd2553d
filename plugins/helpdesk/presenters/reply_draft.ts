import type { HttpContext } from '@adonisjs/core/http'
import { sentFiles, type HeldFile, type SentFiles } from '#core/files'
import { randomId } from '#core/platform'
import { setting } from '#core/settings'
import { entryFiles } from '#plugins/helpdesk/files'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { mostFiles } from '#plugins/helpdesk/settings'

export const FILES = 'files'

/** What stands in the form, unchecked: nothing of it is lost while it is written. */
export type Draft = {
  word: string
  text: string
  template: string
  held: readonly HeldFile[]
  formKey: string
  /** Version of the ticket that was read, and the last entry then. */
  seen: string
  seenEntry: string
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** `?word=ask`: what the page of the ticket was left for. */
export const newDraft = ({ request }: HttpContext, { version }: Ticket, last: number): Draft => ({
  ...{ word: textOf(request.qs().word), text: '', template: '', held: [] },
  ...{ formKey: randomId(), seen: String(version), seenEntry: String(last) },
})

/** The form as it was sent, and why a file in it was not taken. */
export async function sentDraft(
  ctx: HttpContext
): Promise<{ draft: Draft; refusal: SentFiles['refusal'] }> {
  const most = await setting(mostFiles)
  const { files: held, refusal } = await sentFiles(ctx, entryFiles, { field: FILES, most })
  const body: Record<string, unknown> = ctx.request.body()
  const draft = {
    ...{ word: textOf(body.word), text: textOf(body.message), template: textOf(body.template) },
    ...{ seen: textOf(body.seen), seenEntry: textOf(body.seen_entry), held },
    formKey: textOf(body.form_key) || randomId(),
  }
  return { draft, refusal }
}
