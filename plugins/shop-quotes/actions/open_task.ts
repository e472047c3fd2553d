import { listChanged } from '#core/admin'
import type { Trx } from '#core/platform'
import type { TaskKind } from '#plugins/shop-quotes/domain/arrival'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Task } from '#plugins/shop-quotes/models/task'

type NewTask = {
  kind: TaskKind
  order: Pick<Order, 'id' | 'locationId'> | null
  paymentId?: number | null
  bankLineId?: number | null
  details?: Task['details']
}

/**
 * Leaves something for staff to decide, in the transaction that found it. What is found again about
 * the same payment, while nobody has dealt with it, is one task.
 */
export async function openTask(trx: Trx, task: NewTask): Promise<void> {
  const { kind, order, paymentId = null, bankLineId = null, details = {} } = task
  if (paymentId !== null && (await isKnown(trx, kind, paymentId))) return
  const about = { orderId: order?.id ?? null, locationId: order?.locationId ?? null }
  const values = { kind, ...about, paymentId, bankLineId, details }
  await Task.create(values, { client: trx })
  await listChanged(trx, 'shop-quotes.tasks')
}

/** It stays so, and is found whenever the provider is asked. */
const LASTS: readonly TaskKind[] = ['wrong_currency']

async function isKnown(trx: Trx, kind: TaskKind, paymentId: number): Promise<boolean> {
  const tasks = await Task.query({ client: trx }).where({ kind, paymentId })
  return tasks.some(({ doneAt }) => doneAt === null || LASTS.includes(kind))
}
