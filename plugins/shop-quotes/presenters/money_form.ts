import type { HttpContext } from '@adonisjs/core/http'
import { presentNews, renderPanel, resourceNamed, viewerOf } from '#core/admin'
import { decimalInput, decimalsOf, FORMAT_LOCALES } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { typedIn } from '#core/web'
import { owed, stillToPay } from '#plugins/shop-quotes/domain/paid'
import { BY_HAND, keptOf } from '#plugins/shop-quotes/domain/refund_states'
import { ORDERS } from '#plugins/shop-quotes/order_list'
import type { Order } from '#plugins/shop-quotes/models/order'
import { backTo } from '#plugins/shop-quotes/presenters/order_reply'

/** Money that comes in, or goes back. */
export type Movement = 'payment' | 'refund'

type MoneyPage = {
  movement: Movement
  errors?: Record<string, string>
  status?: number
  /** Somebody was faster: the sums above are those of now, and what was typed stays. */
  isLate?: boolean
}

const FIELDS = ['amount', 'method', 'value_day', 'note', 'form_key', 'seen'] as const
type Typed = Partial<Record<(typeof FIELDS)[number], string>>

/** Staff write down money that moved by hand: the amount that is open, or kept, stands there. */
export async function renderMoneyForm(ctx: HttpContext, order: Order, page: MoneyPage) {
  const { movement, errors = {}, status, isLate = false } = page
  const viewer = await viewerOf(ctx)
  const { t, locale, now, formats } = viewer
  if (status) ctx.response.status(status)
  const { id, currency, version } = order
  const words = (key: string) => t(`shop-quotes.admin.orders.${movement}.${key}`)
  const sent: Typed = typedIn(ctx, FIELDS)
  const read = { id, version: isLate ? version : Number(sent.seen ?? version) }
  return renderPanel(ctx, 'shop_quotes::admin/order_money', {
    title: t(`shop-quotes.admin.orders.${movement}.title`, { number: order.number }),
    back: backTo(order),
    action: urlFor(`shop-quotes.order_${movement}s.store`, { id }),
    ...{ errors, isLate, currency, words, isRefund: movement === 'refund' },
    form: {
      amount: sent.amount ?? suggested(order, movement, locale),
      method: sent.method ?? methodOf(order),
      valueDay: sent.value_day ?? formats().localDay(now),
      note: sent.note ?? '',
      formKey: sent.form_key || randomId(),
      seen: String(read.version),
    },
    today: formats().localDay(now),
    methods: BY_HAND.map((value) => ({
      ...{ value, label: t(`shop-quotes.admin.orders.choices.method.${value}`) },
    })),
    figures: [
      {
        label: t('shop-quotes.documents.total'),
        value: formats().money(order.totalMinor, currency),
      },
      {
        label: t('shop-quotes.admin.orders.money.kept'),
        value: formats().money(keptOf(order), currency),
      },
    ],
    news: presentNews(resourceNamed(ORDERS), read, viewer),
  })
}

const methodOf = ({ method }: Order) => BY_HAND.find((one) => one === method) ?? BY_HAND[0]

/** What is open, or kept beyond what the order costs, else all that is kept. */
function suggested(order: Order, movement: Movement, locale: keyof typeof FORMAT_LOCALES): string {
  const [due, kept] = [owed(order), keptOf(order)]
  const minor = movement === 'payment' ? stillToPay(order) : kept > due ? kept - due : kept
  if (minor <= 0) return ''
  return decimalInput(minor, { tag: FORMAT_LOCALES[locale], decimals: decimalsOf(order.currency) })
}
