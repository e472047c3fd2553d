import { audit } from '#core/audit'
import { clock, rows, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { Customer } from '#app/customers/models/customer'
import { customerTables } from '#app/customers/queries/customer_tables'

export const JOINED_FIELDS = ['firstName', 'lastName', 'email', 'phone', 'locale'] as const
export type JoinedField = (typeof JOINED_FIELDS)[number]

/** A record, and its version as it was shown. */
type Seen = { id: number; version: number }

type Join = {
  kept: Seen
  former: Seen
  /** What the kept record takes over from the other one. */
  fromFormer: readonly JoinedField[]
  by: Actor
}

type Joined = Result<object, 'gone' | 'changed' | 'two_accounts'>

/**
 * Makes one customer out of two records of the same person: all that belongs to the one belongs
 * to the other afterwards, in one transaction. Two accounts are never joined.
 */
export class JoinDuplicates {
  async handle(join: Join): Promise<Joined> {
    return transaction((trx) => this.#join(trx, join))
  }

  async #join(trx: Trx, { kept, former, fromFormer, by }: Join): Promise<Joined> {
    const [one, other] = await this.#locked(trx, kept, former)
    if (!one || !other) return { ok: false, reason: 'gone' }
    if (one.version !== kept.version || other.version !== former.version) {
      return { ok: false, reason: 'changed' }
    }
    if (one.userId !== null && other.userId !== null && one.userId !== other.userId) {
      return { ok: false, reason: 'two_accounts' }
    }
    for (const table of await customerTables(trx)) {
      const ids = [one.id, other.id]
      await rows(trx, `update ${table} set customer_id = ? where customer_id = ?`, ids)
    }
    await rows(trx, 'insert into customers_former_ids values (?, ?, ?)', [
      ...[other.id, one.id],
      clock.now(),
    ])
    const taken = fromFormer.filter((field) => one[field] !== other[field])
    await this.#trail(trx, { one, other, taken, by })
    one.merge({
      ...Object.fromEntries(taken.map((field) => [field, other[field]])),
      userId: one.userId ?? other.userId,
      createdAt: Math.min(one.createdAt, other.createdAt),
      version: one.version + 1,
    })
    await one.save()
    await other.delete()
    return { ok: true }
  }

  /** In the order of their ids, so that two people who join the same records wait in line. */
  async #locked(trx: Trx, kept: Seen, former: Seen): Promise<(Customer | undefined)[]> {
    const both = await Customer.query({ client: trx })
      .whereIn('id', [kept.id, former.id])
      .orderBy('id')
      .forUpdate()
    return [kept, former].map(({ id }) => both.find((one) => one.id === id))
  }

  async #trail(trx: Trx, { one, other, taken, by: actor }: Trail): Promise<void> {
    const about = { actor, object: 'customers.customer', objectId: one.id }
    await audit(trx, {
      ...{ ...about, action: 'customers.record_joined', table: 'customers_former_ids' },
      changes: { former_id: [null, other.id] },
    })
    if (taken.length === 0) return
    const changes = taken.map((field) => [field, [one[field], other[field]]] as const)
    await audit(trx, {
      ...{ ...about, action: 'customers.customer_changed', table: Customer.table },
      changes: Object.fromEntries(changes),
    })
  }
}

type Trail = { one: Customer; other: Customer; taken: JoinedField[]; by: Actor }
