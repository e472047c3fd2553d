import db from '@adonisjs/lucid/services/db'
import { FormVersion, type FormField } from '#core/forms'
import { columnsOf, marks, recordIn, rows, type Client, type JoinedRow } from '#core/platform'
import type { CartedLine } from '#plugins/shop-quotes/domain/cart_lines'
import { Cart, type CartKind } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** Whose carts: those of an account, and those of the visitor whose cookie this is. */
export type CartOwner = { userId: number | null; tokenHash: string | null }

/** A line with everything that pages and orders ask of it. */
export type ReadLine = CartedLine & {
  line: CartLine
  service: ShopService
  form: FilledForm | null
  fields: FormField[]
}

export type ReadCart = { cart: Cart; lines: ReadLine[] }

const SELECT = `
  select ${columnsOf(Cart, CartLine, ShopService, FilledForm, FormVersion).join(', ')}
  from ${Cart.table}
  left join ${CartLine.table} on ${CartLine.table}.cart_id = ${Cart.table}.id
  left join ${ShopService.table} on ${ShopService.table}.id = ${CartLine.table}.service_id
  left join ${FilledForm.table} on ${FilledForm.table}.id = ${CartLine.table}.filled_form_id
  left join ${FormVersion.table} on ${FormVersion.table}.id = ${FilledForm.table}.form_version_id`

const IN_TURN = `order by ${Cart.table}.id, ${CartLine.table}.id`

/** The open carts of somebody with their lines, oldest first, in one statement. */
export async function openCarts(
  { userId, tokenHash }: CartOwner,
  kinds: readonly CartKind[]
): Promise<ReadCart[]> {
  if (userId === null && tokenHash === null) return []
  const sql = `${SELECT} where ${Cart.table}.state = 'open' and ${Cart.table}.kind in (${marks(kinds)})
    and (${Cart.table}.user_id = ? or ${Cart.table}.token_hash = ?) ${IN_TURN}`
  const wanted = [...kinds, userId ?? 0, tokenHash ?? '']
  return inCarts(await rows<JoinedRow>(db.connection(), sql, wanted))
}

/** The lines of a cart that the caller has locked. */
export async function linesOf(client: Client, cartId: number): Promise<ReadLine[]> {
  const sql = `${SELECT} where ${Cart.table}.id = ? ${IN_TURN}`
  return inCarts(await rows<JoinedRow>(client, sql, [cartId]))[0]?.lines ?? []
}

function inCarts(found: readonly JoinedRow[]): ReadCart[] {
  const byCart = Map.groupBy(found, (row) => Number(row[`${Cart.table}__id`]))
  return [...byCart.values()].map((own) => ({
    cart: recordIn(Cart, own[0])!,
    lines: own.filter((row) => row[`${CartLine.table}__id`] !== null).map(lineIn),
  }))
}

function lineIn(row: JoinedRow): ReadLine {
  const line = recordIn(CartLine, row)!
  const service = recordIn(ShopService, row)!
  const isAsked = row[`${FilledForm.table}__id`] !== null
  const form = isAsked ? recordIn(FilledForm, row)! : null
  return {
    ...{ line, service, form },
    fields: isAsked ? recordIn(FormVersion, row)!.fields : [],
    serviceId: service.id,
    formVersionId: form?.formVersionId ?? null,
    answers: form?.answers ?? null,
    quantity: line.quantity,
    most: service.most,
  }
}
