import type { FileRefusal } from '#core/files'
import { transaction, type Actor, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { attachFiles, refusingFiles } from '#plugins/shop-quotes/actions/attach_files'
import {
  lockedOrder,
  takeOrderStep,
  type StepRefusal,
} from '#plugins/shop-quotes/actions/take_order_step'
import { queueOrderMail } from '#plugins/shop-quotes/mails/queue_order_mail'

type Words = {
  /** Names the form that was shown: a second click says nothing twice. */
  formKey: string
  orderId: number
  text: string
  files: readonly string[]
  by: Actor
}
type Done = { ok: true } | { ok: false; reason: StepRefusal }

/** The customer writes to the team; whatever state the order is in. */
export const writeToOrder = (words: Words): Promise<Done | FileRefusal> =>
  refusingFiles(() =>
    transaction((trx) =>
      onceOnly(trx, `shop-quotes.write:${words.orderId}`, words.formKey, () => write(trx, words))
    )
  )

async function write(trx: Trx, { orderId, text, files, by }: Words): Promise<Done> {
  const order = await lockedOrder(trx, orderId)
  const stepped = await takeOrderStep(trx, order, { step: 'write', by, text })
  if (!stepped.ok) return stepped
  await attachFiles(trx, { entryId: stepped.entry.id, files, by })
  return { ok: true }
}

type Cancelling = { orderId: number; text: string | null; by: Actor }
type Cancelled = { ok: true } | { ok: false; reason: StepRefusal | 'paid' }

/** The customer needs it no more; once something has been paid they withdraw instead. */
export const cancelOwnOrder = ({ orderId, text, by }: Cancelling): Promise<Cancelled> =>
  transaction((trx) => cancel(trx, { orderId, text, by }))

async function cancel(trx: Trx, { orderId, text, by }: Cancelling): Promise<Cancelled> {
  const order = await lockedOrder(trx, orderId)
  if (order.paidMinor > 0) return { ok: false, reason: 'paid' }
  const values = { expiresAt: null }
  const stepped = await takeOrderStep(trx, order, { step: 'cancel', by, text, values })
  if (!stepped.ok) return stepped
  await queueOrderMail(trx, order, { occasion: 'cancelled', once: stepped.entry.id, text })
  return { ok: true }
}
