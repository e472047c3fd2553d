import type { AccountSection } from '#core/accounts'
import { urlFor } from '#core/platform'
import { quotesInAccount } from '#plugins/shop-quotes/quote_account'
import { ownOrdersIn } from '#plugins/shop-quotes/queries/own_orders'

/** S12: "My orders", "My quotes" and billing data in the account of a customer. */
export const account: AccountSection[] = [
  {
    id: 'shop-quotes.orders',
    route: 'shop-quotes.mine.orders.index',
    title: 'shop-quotes.orders.title',
    summary: 'shop-quotes.orders.summary',
    icon: 'shopping-bag',
    openMatters: async ({ id: userId }) =>
      (await ownOrdersIn(userId, ['placed', 'paid', 'in_progress', 'withdrawal_requested'])).map(
        ({ number, publicId: id }) => ({
          text: number,
          href: urlFor('shop-quotes.mine.orders.show', { id }),
        })
      ),
  },
  quotesInAccount,
  {
    id: 'shop-quotes.billing',
    route: 'shop-quotes.billing.index',
    title: 'shop-quotes.checkout.profiles.title',
    summary: 'shop-quotes.checkout.profiles.summary',
    icon: 'file-text',
  },
]
