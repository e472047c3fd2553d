import type { Panel } from '#core/admin'
import type { Order } from '#plugins/shop-quotes/models/order'
import { billingLines, billingNumbers } from '#plugins/shop-quotes/presenters/billing_lines'

/** To whom the papers of an order are made out. */
export const billingPanel: Panel<Order> = {
  id: 'billing',
  view: 'shop_quotes::admin/billing',
  data: async ({ billing, reference }, { t, locale }) => {
    const [name, ...address] = billingLines(billing, locale)
    const numbers = billingNumbers(billing).map(({ field, text }) => ({
      label: t(`shop-quotes.documents.numbers.${field}`),
      text,
    }))
    return {
      items: [
        { label: t('shop-quotes.documents.buyer'), text: name },
        { label: t('shop-quotes.admin.orders.address'), text: address.join(', ') },
        ...numbers,
        { label: t('shop-quotes.documents.facts.reference'), text: reference },
      ],
    }
  },
}
