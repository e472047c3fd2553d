import type { FileRefusal } from '#core/files'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { attachFiles, refusingFiles } from '#plugins/shop-quotes/actions/attach_files'
import {
  lockedOrder,
  takeOrderStep,
  type StepRefusal,
} from '#plugins/shop-quotes/actions/take_order_step'
import { queueOrderMail } from '#plugins/shop-quotes/mails/queue_order_mail'
import type { StaffWord } from '#plugins/shop-quotes/domain/order_states'

type Words = {
  /** Names the form that was shown, so that a double click says it once. */
  formKey: string
  orderId: number
  word: StaffWord
  text: string
  files: readonly string[]
  /** Version of the order that was read; notes go in whatever has happened since. */
  seen: number
  by: Actor
}

type Said = Result<{ orderId: number }, StepRefusal>

const OCCASIONS = { write: 'written', complete: 'completed', note: null } as const

/** S12: staff write to the customer, tell what came of the order, or note something down. */
export class AnswerOrder {
  handle(words: Words): Promise<Said | FileRefusal> {
    const { formKey, orderId } = words
    return refusingFiles(() =>
      transaction((trx) =>
        onceOnly(trx, `shop-quotes.answer:${orderId}`, formKey, () => this.#say(trx, words))
      )
    )
  }

  async #say(trx: Trx, words: Words): Promise<Said> {
    const { orderId, word, text, files, seen, by } = words
    const order = await lockedOrder(trx, orderId)
    if (word !== 'note' && seen !== order.version) return { ok: false, reason: 'changed_meanwhile' }
    const values = {
      ...(word === 'complete' ? { outcome: text } : {}),
      ...(word === 'note' ? {} : { assigneeId: order.assigneeId ?? by.id }),
    }
    const stepped = await takeOrderStep(trx, order, { step: word, by, text, values })
    if (!stepped.ok) return stepped
    await attachFiles(trx, { entryId: stepped.entry.id, files, by })
    const occasion = OCCASIONS[word]
    if (occasion) await queueOrderMail(trx, order, { occasion, once: stepped.entry.id, text })
    return { ok: true, orderId }
  }
}
