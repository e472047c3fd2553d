import type { FileRefusal } from '#core/files'
import { clock, transaction, updateRows, type Actor, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { adoptCarts } from '#plugins/shop-quotes/actions/adopt_carts'
import { refusingFiles } from '#plugins/shop-quotes/actions/attach_files'
import { lockedCart, touch, type Holder } from '#plugins/shop-quotes/actions/locked_cart'
import { writeAnswers } from '#plugins/shop-quotes/actions/write_answers'
import { isSame } from '#plugins/shop-quotes/domain/cart_lines'
import type { ShownPrice } from '#plugins/shop-quotes/domain/cart_standing'
import { Cart, type CartKind } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import type { Answered } from '#plugins/shop-quotes/models/filled_form'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { linesOf, type CartOwner } from '#plugins/shop-quotes/queries/cart_lines'

export type NewLine = {
  /** Names the form that was shown: a double click adds one line. */
  formKey: string
  owner: CartOwner
  /** Where a visitor brings none that still holds a cart. */
  newTokenHash: string
  kind: CartKind
  service: ShopService
  quantity: number
  answered: Answered | null
  seenPrice: ShownPrice | null
  by: Actor
}

type Added = { ok: true; id: string; isNew: boolean } | { ok: false; reason: 'full' }

/** More than anybody orders at once; every line keeps answers and files. */
const MOST_LINES = 50

/** S2, S3, S7: a service with what its form was answered goes into the cart of its kind. */
export class AddLine {
  async handle(line: NewLine): Promise<Added | FileRefusal> {
    return refusingFiles(() =>
      transaction((trx) =>
        onceOnly(trx, 'shop-quotes.add', line.formKey, () => this.#add(trx, line))
      )
    )
  }

  async #add(trx: Trx, line: NewLine): Promise<Added> {
    const { owner, kind, newTokenHash } = line
    await adoptCarts(trx, owner)
    const holder = await this.#holder(trx, owner, newTokenHash)
    const cart = await lockedCart(trx, holder, kind)
    const id = await this.#write(trx, cart, line)
    if (id === null) return { ok: false, reason: 'full' }
    await touch(trx, cart)
    return { ok: true, id, isNew: holder.tokenHash === newTokenHash }
  }

  /** A cookie that names no open cart is not taken up: nobody hands another one's on. */
  async #holder(trx: Trx, { userId, tokenHash }: CartOwner, newTokenHash: string): Promise<Holder> {
    if (userId !== null) return { userId, tokenHash: null }
    const known =
      tokenHash && (await Cart.query({ client: trx }).where({ tokenHash, state: 'open' }).first())
    return { userId: null, tokenHash: known ? tokenHash : newTokenHash }
  }

  /** The public id of the line; null for a cart that holds no more. */
  async #write(trx: Trx, cart: Cart, line: NewLine): Promise<string | null> {
    const { service, quantity, answered, seenPrice, by } = line
    const { formVersionId = null, answers = null } = answered ?? {}
    const asked = { serviceId: service.id, formVersionId, answers, quantity, most: service.most }
    const lines = await linesOf(trx, cart.id)
    const same = lines.find((one) => isSame(one, asked))
    if (same) {
      const { id, version, publicId } = same.line
      const sum = Math.min(same.quantity + quantity, service.most)
      const changes = { quantity: sum, seenPrice, version: version + 1, updatedAt: clock.now() }
      await updateRows(trx, CartLine, { id }, changes)
      return publicId
    }
    if (lines.length >= MOST_LINES) return null
    const filledFormId = answered && (await writeAnswers(trx, null, { answered, by }))
    const values = { cartId: cart.id, serviceId: service.id, quantity, filledFormId, seenPrice }
    return (await CartLine.create(values, { client: trx })).publicId
  }
}
