import type { HttpContext } from '@adonisjs/core/http'
import { sentFiles, type HeldFile, type SentFiles } from '#core/files'
import { randomId } from '#core/platform'
import { entryFiles } from '#plugins/shop-quotes/files'
import type { Order } from '#plugins/shop-quotes/models/order'

export const FILES = 'files'

/** So many files may come with one message; an outcome may have several. */
export const MOST_FILES = 5

/** What stands in the form, unchecked: nothing of it is lost while it is written. */
export type Draft = {
  word: string
  text: string
  held: readonly HeldFile[]
  formKey: string
  /** Version of the order that was read, and the last entry then. */
  seen: string
  seenEntry: string
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** `?word=complete`: what the page of the order was left for. */
export const newDraft = ({ request }: HttpContext, { version }: Order, last: number): Draft => ({
  ...{ word: textOf(request.qs().word), text: '', held: [] },
  ...{ formKey: randomId(), seen: String(version), seenEntry: String(last) },
})

/** The form as it was sent, and why a file in it was not taken. */
export async function sentDraft(
  ctx: HttpContext
): Promise<{ draft: Draft; refusal: SentFiles['refusal'] }> {
  const asked = { field: FILES, most: MOST_FILES }
  const { files: held, refusal } = await sentFiles(ctx, entryFiles, asked)
  const body: Record<string, unknown> = ctx.request.body()
  const draft = {
    ...{ word: textOf(body.word), text: textOf(body.message), held },
    ...{ seen: textOf(body.seen), seenEntry: textOf(body.seen_entry) },
    formKey: textOf(body.form_key) || randomId(),
  }
  return { draft, refusal }
}
