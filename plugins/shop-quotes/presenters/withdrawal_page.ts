import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount, signedInCustomer } from '#core/accounts'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { typedIn, type FieldErrors } from '#core/web'
import type { Order } from '#plugins/shop-quotes/models/order'
import { orderHref } from '#plugins/shop-quotes/presenters/own_order'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import {
  withdrawableOf,
  type PaidLine,
  type Withdrawable,
} from '#plugins/shop-quotes/queries/withdrawable'

type Consumer = { name: string; email: string }

/** First step: who withdraws from what, and where the receipt goes. */
export async function renderWithdrawal(ctx: HttpContext, order: Order, errors?: FieldErrors) {
  const found = await withdrawableOf(order, await organisationZone())
  if (found.refusal) return renderNoWithdrawal(ctx, order, found)
  const user = signedInCustomer(ctx)
  const own: Consumer = { name: user.name, email: user.email }
  if (errors) ctx.response.status(422)
  return renderAccount(ctx, 'shop_quotes::pages/withdrawal', {
    ...(await presentMatter(ctx, order, found)),
    values: errors ? typedIn(ctx, ['name', 'email']) : own,
    errors: errors ?? {},
  })
}

/** Second step: the declaration as it will be received, and the button that makes it. */
export async function renderDeclaration(ctx: HttpContext, order: Order, consumer: Consumer) {
  const found = await withdrawableOf(order, await organisationZone())
  if (found.refusal) return renderNoWithdrawal(ctx, order, found)
  return renderAccount(ctx, 'shop_quotes::pages/withdrawal_check', {
    ...(await presentMatter(ctx, order, found)),
    title: ctx.i18n.t('shop-quotes.withdrawal.check'),
    hidden: { ...consumer, confirmed: 'yes' },
    changeHref: urlFor('shop-quotes.withdrawals.create', { id: order.publicId }),
    declared: [
      { label: ctx.i18n.t('shop-quotes.withdrawal.name'), text: consumer.name },
      { label: ctx.i18n.t('shop-quotes.withdrawal.email'), text: consumer.email },
    ],
  })
}

/** Why not, in words, and what to do. */
export async function renderNoWithdrawal(
  ctx: HttpContext,
  order: Order,
  { refusal, lastDay }: Pick<Withdrawable, 'refusal' | 'lastDay'>
) {
  const day = ctx.formats(await organisationZone()).dayDate(lastDay)
  ctx.response.status(409)
  return renderAccount(ctx, 'shop_quotes::pages/withdrawal_refused', {
    title: ctx.i18n.t('shop-quotes.withdrawal.refused.title'),
    back: { href: orderHref(order), label: order.number },
    why: ctx.i18n.t(`shop-quotes.withdrawal.refused.${refusal}`, { day }),
  })
}

async function presentMatter(ctx: HttpContext, order: Order, found: Withdrawable) {
  const { i18n } = ctx
  const words = ctx.formats(await organisationZone())
  const line = ({ line: { name }, grossMinor }: PaidLine) => ({
    name: translated(name, ctx.locale),
    amount: words.money(grossMinor, order.currency),
  })
  const placed = words.date(order.createdAt)
  return {
    title: i18n.t('shop-quotes.withdrawal.title'),
    back: { href: orderHref(order), label: order.number },
    action: urlFor('shop-quotes.withdrawals.store', { id: order.publicId }),
    about: i18n.t('shop-quotes.withdrawal.about', { number: order.number, day: placed }),
    until: i18n.t('shop-quotes.withdrawal.until', { day: words.dayDate(found.lastDay) }),
    startedEarly: order.earlyStartAt !== null,
    lines: found.lines.map(line),
    others: found.others.map(line),
  }
}
