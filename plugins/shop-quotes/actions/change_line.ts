import type { FileRefusal } from '#core/files'
import { clock, transaction, updateRows, type Actor, type Trx } from '#core/platform'
import { refusingFiles } from '#plugins/shop-quotes/actions/attach_files'
import { touch } from '#plugins/shop-quotes/actions/locked_cart'
import { lockedLine } from '#plugins/shop-quotes/actions/locked_line'
import { writeAnswers } from '#plugins/shop-quotes/actions/write_answers'
import type { ShownPrice } from '#plugins/shop-quotes/domain/cart_standing'
import type { CartKind } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { FilledForm, type Answered } from '#plugins/shop-quotes/models/filled_form'
import type { CartOwner, ReadLine } from '#plugins/shop-quotes/queries/cart_lines'

export type LineChange = {
  owner: CartOwner
  /** Public id of the line. */
  id: string
  /** Version of the line that was shown. */
  seen: number
  quantity: number
  answered: Answered | null
  seenPrice: ShownPrice | null
  by: Actor
}

type Changed =
  { ok: true; kind: CartKind } | { ok: false; reason: 'not_there' | 'changed_meanwhile' }

/** S6: corrects what was entered. */
export class ChangeLine {
  async handle(change: LineChange): Promise<Changed | FileRefusal> {
    return refusingFiles(() => transaction((trx) => this.#change(trx, change)))
  }

  async #change(trx: Trx, change: LineChange): Promise<Changed> {
    const { owner, id, seen, quantity, answered, seenPrice, by } = change
    const found = await lockedLine(trx, owner, id)
    if (!found) return { ok: false, reason: 'not_there' }
    const { cart, line } = found
    const { version } = line.line
    if (version !== seen) return { ok: false, reason: 'changed_meanwhile' }
    const filledFormId = await this.#answers(trx, line, { answered, by })
    const changed = { quantity, filledFormId, seenPrice }
    const written = { ...changed, version: version + 1, updatedAt: clock.now() }
    await updateRows(trx, CartLine, { id: line.line.id }, written)
    await touch(trx, cart)
    return { ok: true, kind: cart.kind }
  }

  /** A service that asks nothing any more lets the answers go. */
  async #answers(
    trx: Trx,
    { line, form }: ReadLine,
    { answered, by }: Pick<LineChange, 'answered' | 'by'>
  ) {
    if (answered) return writeAnswers(trx, form, { answered, by })
    if (!form) return null
    await updateRows(trx, CartLine, { id: line.id }, { filledFormId: null })
    await FilledForm.query({ client: trx }).where('id', form.id).delete()
    return null
  }
}
