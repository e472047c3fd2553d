import type { HttpContext } from '@adonisjs/core/http'
import {
  joinedNotice,
  recordOrSuccessor,
  redirectWith,
  toStanding,
  viewerOf,
  wasJoined,
  type Viewer,
} from '#core/admin'
import { urlFor } from '#core/platform'
import { JOINED_FIELDS, JoinDuplicates } from '#app/customers/actions/join_duplicates'
import { visibleCustomers } from '#app/customers/admin/card'
import { customers } from '#app/customers/admin/customers'
import type { Customer } from '#app/customers/models/customer'
import { renderJoin } from '#app/customers/admin/present_join'
import { storeJoinValidator } from '#app/customers/validators/join'

const recordAt = async (id: unknown, viewer: Viewer) =>
  (await recordOrSuccessor(customers, id, viewer)) as Customer

/** Two records of one person become one: find the other, compare, join. */
export default class JoinsController {
  async create(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const one = await recordAt(ctx.params.id, viewer)
    if (wasJoined(ctx, one)) return toStanding(ctx, one)
    const { with: id } = ctx.request.qs()
    const other = id ? await recordAt(id, viewer) : null
    return renderJoin(ctx, { one, other: other?.id === one.id ? null : other, viewer })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const one = await recordAt(ctx.params.id, viewer)
    const form = await ctx.request.validateUsing(storeJoinValidator)
    if (wasJoined(ctx, one)) return this.#compareAgain(ctx, viewer, { one, with: form.with })
    const id = form.with === one.id ? null : form.with
    const other = await visibleCustomers(viewer)
      .where('id', id ?? 0)
      .first()
    const joined = other
      ? await new JoinDuplicates().handle({
          kept: { id: one.id, version: form.version },
          former: { id: other.id, version: form.other_version },
          fromFormer: JOINED_FIELDS.filter((field) => form.keep?.[field] === 'other'),
          by: ctx.actor,
        })
      : ({ ok: false, reason: 'gone' } as const)
    const stays = !joined.ok && joined.reason !== 'gone'
    const to = stays
      ? urlFor('customers.joins.create', { id: one.id }, { with: form.with })
      : urlFor('customers.customers.show', { id: one.id })
    const said = joined.ok ? 'joined' : joined.reason
    const text = viewer.t(`customers.admin.join.notices.${said}`)
    redirectWith(ctx, to, { tone: joined.ok ? 'success' : 'warning', text })
  }

  /** Somebody joined the record into another meanwhile, which may be the one it was compared with. */
  #compareAgain(ctx: HttpContext, viewer: Viewer, { one, with: other }: Compared) {
    const { id } = one
    if (other === id) {
      const text = viewer.t('customers.admin.join.notices.joined')
      return redirectWith(ctx, urlFor('customers.customers.show', { id }), {
        tone: 'success',
        text,
      })
    }
    const to = urlFor('customers.joins.create', { id }, { with: other })
    redirectWith(ctx, to, joinedNotice(viewer))
  }
}

type Compared = { one: Customer; with: number }
