import { test } from '@japa/runner'
import { cartStates } from '#plugins/shop-quotes/tests/page_states/cart'
import { catalogueStates } from '#plugins/shop-quotes/tests/page_states/catalogue'
import { paymentStates } from '#plugins/shop-quotes/tests/page_states/payments'
import { quoteStates } from '#plugins/shop-quotes/tests/page_states/quotes'
import { customerPages } from '#tests/kit/customer_pages'

test.group('Pages of the shop in a browser', (group) => {
  customerPages(group, {
    plugin: 'shop-quotes',
    called: 'the shop',
    about: 'S1–S12',
    noPages: [
      ...['catalogue.pictures.show', 'documents.show', 'mine.quotes.papers.show'],
      'appointment_files.show',
    ],
    states: async (server) => {
      const bought = await cartStates(server)
      const { path } = bought.find(({ name }) => name === 'placed order')!
      const catalogue = await catalogueStates(server)
      const quotes = await quoteStates(server)
      return [...bought, ...catalogue, ...quotes, ...paymentStates(path.split('/').at(-1)!)]
    },
  })
})
