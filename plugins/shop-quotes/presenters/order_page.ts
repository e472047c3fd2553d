import type { HttpContext } from '@adonisjs/core/http'
import { presentFiles } from '#core/files'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { orderStateAfter } from '#plugins/shop-quotes/domain/order_states'
import { keptOf } from '#plugins/shop-quotes/domain/refund_states'
import type { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import { billedTo } from '#plugins/shop-quotes/presenters/billed_to'
import { answersOf } from '#plugins/shop-quotes/presenters/cart_page'
import { presentAppointment } from '#plugins/shop-quotes/presenters/line_appointment'
import { orderBadge, standingOf } from '#plugins/shop-quotes/presenters/order_words'
import { presentPayment } from '#plugins/shop-quotes/presenters/payment'
import {
  manyText,
  presentTotals,
  priceText,
  rateOf,
} from '#plugins/shop-quotes/presenters/cart_price'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import {
  boughtLines,
  papersOf,
  toldEntries,
  type BoughtLine,
  type ToldEntry,
} from '#plugins/shop-quotes/queries/own_orders'
import { withdrawalOf } from '#plugins/shop-quotes/queries/withdrawable'

/** S11, S12: everything that a customer sees of an order, and what they may do with it. */
export async function presentOrderPage(ctx: HttpContext, order: Order) {
  const { i18n } = ctx
  const zone = await organisationZone()
  const lines = await boughtLines(order.id)
  const entries = await toldEntries(order.id)
  const done = entries.find(({ entry }) => entry.deed === 'completed')
  const money = { currency: order.currency, zone }
  const shown: ShownLine[] = []
  for (const one of lines) shown.push(await presentLine(ctx, order, one, money))
  const isToChoose = shown.some(({ appointment }) => appointment?.isToChoose)
  return {
    title: i18n.t(`shop-quotes.orders.page.titles.${standingOf(order)}`),
    lead: i18n.t(`shop-quotes.orders.page.leads.${isToChoose ? 'to_choose' : leadOf(order)}`),
    back: {
      href: urlFor('shop-quotes.mine.orders.index'),
      label: i18n.t('shop-quotes.orders.title'),
    },
    ticket: presentTicket(ctx, order, { lines, zone }),
    payment: await presentPayment(ctx, order),
    ways: presentWays(ctx, order),
    withdrawal: presentWithdrawalWay(ctx, order, { lines, zone }),
    outcome: done ? presentEntry(ctx, done, zone) : null,
    lines: shown,
    totals: presentSums(ctx, order, money),
    billing: billedTo(ctx, order.billing),
    papers: (await papersOf(order.id)).map((paper) => presentPaper(ctx, paper)),
    thread: entries.map((one) => presentEntry(ctx, one, zone)),
  }
}

/** Of an order on which nothing is to be paid nobody waits for a payment. */
const leadOf = (order: Order): string =>
  order.state === 'cancelled' && keptOf(order) > 0 ? 'cancelled_paid' : standingOf(order)

type Known = { lines: readonly BoughtLine[]; zone: string }

/** The order as the house shows whatever has a number. */
function presentTicket(ctx: HttpContext, order: Order, { lines, zone }: Known) {
  const written = ctx.formats(zone)
  const line = (field: string, text: string | null) =>
    text ? [{ label: ctx.i18n.t(`shop-quotes.orders.fields.${field}`), text }] : []
  const isDue = order.state === 'placed' && order.lastDay !== null
  return {
    number: order.number,
    numberLabel: ctx.i18n.t('shop-quotes.orders.fields.number'),
    title: written.list(lines.map(({ line: { name } }) => translated(name, ctx.locale))),
    lines: [
      ...line('total', written.money(order.totalMinor, order.currency)),
      ...line('placed', written.dateTime(order.createdAt)),
      ...line('method', ctx.i18n.t(`shop-quotes.payments.methods.${order.method}.label`)),
      ...line('last_day', isDue ? written.dayDate(order.lastDay!) : null),
    ],
    badge: orderBadge(ctx, order),
  }
}

/** What the customer may do now, as buttons. */
function presentWays({ i18n }: HttpContext, { publicId: id, state, paidMinor }: Order) {
  const way = (step: string, icon: string, tone: string) => ({
    ...{ icon, tone, label: i18n.t(`shop-quotes.orders.steps.${step}.way`) },
    href: urlFor(`shop-quotes.order_${step}.create`, { id }),
  })
  const mayCancel = paidMinor === 0 && orderStateAfter(state, 'cancel', 'customer') !== null
  return [
    way('messages', 'message-square', 'secondary'),
    ...(mayCancel ? [way('cancellations', 'ban', 'quiet')] : []),
  ]
}

const presentPaper = ({ i18n }: HttpContext, { publicId: id, kind, number }: Document) => ({
  label: `${i18n.t(`shop-quotes.documents.kinds.${kind}`)} ${number} (PDF)`,
  href: urlFor('shop-quotes.documents.show', { id }),
})

/** The law wants the way to withdraw to be there for the whole time. */
function presentWithdrawalWay(ctx: HttpContext, order: Order, { lines, zone }: Known) {
  const bought = lines.map(({ line }) => line)
  const { refusal, lastDay } = withdrawalOf(order, bought, zone)
  if (refusal) return null
  const day = ctx.formats(zone).dayDate(lastDay)
  return {
    label: ctx.i18n.t('shop-quotes.withdrawal.go'),
    until: ctx.i18n.t('shop-quotes.withdrawal.until', { day }),
    href: urlFor('shop-quotes.withdrawals.create', { id: order.publicId }),
  }
}

type Money = { currency: string; zone: string }

/** What was ordered comes to, and what a withdrawal has left of it. */
function presentSums(ctx: HttpContext, order: Order, money: Money) {
  const { totals, totalMinor, withdrawnMinor } = order
  const { lines, total } = presentTotals(ctx, totals, money)
  if (withdrawnMinor === 0) return { lines, total }
  const row = (key: string, minor: number) => ({
    label: ctx.i18n.t(`shop-quotes.withdrawal.${key}`),
    amount: ctx.formats(money.zone).money(minor, money.currency),
  })
  return {
    lines: [...lines, total, row('released', -withdrawnMinor)],
    total: row('remains', totalMinor - withdrawnMinor),
  }
}

type ShownLine = Awaited<ReturnType<typeof presentLine>>

async function presentLine(ctx: HttpContext, order: Order, bought: BoughtLine, money: Money) {
  const { line, form, fields } = bought
  const { name, quantity, unitPriceMinor: priceMinor, basis, rateBp, amountMinor } = line
  const rate = line.discountBp > 0 && rateOf(ctx, line.discountBp, money.zone)
  const discount = rate && ctx.i18n.t('shop-quotes.quotes.offer.discount', { rate })
  const price = priceText(ctx, { priceMinor, basis, rateBp }, money)
  return {
    name: translated(name, ctx.locale),
    many: [manyText(ctx, quantity, price, money), discount].filter(Boolean).join(' · '),
    amount: ctx.formats(money.zone).money(amountMinor, money.currency),
    answers: answersOf(ctx, { form, fields }),
    appointment: await presentAppointment(ctx, order, bought),
  }
}

function presentEntry(ctx: HttpContext, { entry, files }: ToldEntry, zone: string) {
  const isTeam = entry.actorKind === 'staff'
  const deed =
    isTeam && ['wrote', 'cancelled'].includes(entry.deed) ? `${entry.deed}_by_team` : entry.deed
  return {
    what: ctx.i18n.t(`shop-quotes.orders.deeds.${deed}`),
    by: isTeam ? 'team' : 'customer',
    when: ctx.formats(zone).dateTime(entry.createdAt),
    text: entry.text,
    files: presentFiles(files, ctx.locale),
  }
}
