import type { Page } from 'playwright-core'
import type { PageState } from '#tests/kit/page_states'
import { demoPerson } from '#tests/kit/demo_people'
import type { TestServer } from '#tests/kit/servers'

const MINE = '/account/shop-quotes/quotes'

const send = (page: Page) => page.locator('main .form .actions button').click()

type Known = { state: string; public_id: string }

/** S9, S10: pages of a customer about the quotes of the demo, which become theirs. */
export async function quoteStates(server: TestServer): Promise<PageState[]> {
  const { email } = demoPerson(server, 'customer')
  await server.query(
    `update shop_quotes_quotes set customer_id = (
       select c.id from customers_customers c join accounts_users u on u.id = c.user_id
       where u.email = ? order by c.id limit 1)`,
    [email]
  )
  const known = await server.query<Known>('select state, public_id from shop_quotes_quotes')
  const page = (state: string) =>
    `${MINE}/${known.find((quote) => quote.state === state)!.public_id}`
  const [fresh, asked, sent] = ['requested', 'needs_info', 'sent'].map(page)
  const state = (name: string, route: string, path: string): PageState => ({
    ...{ name, route: `mine.quotes.${route}`, path },
  })
  return [
    {
      ...{ name: 'request of quotes', route: 'quote_requests.create' },
      path: '/account/shop-quotes/quote-request',
    },
    state('quotes', 'index', MINE),
    state('no more quotes', 'index', `${MINE}?page=9`),
    state('request', 'show', fresh),
    state('question of the shop', 'show', asked),
    state('offer', 'show', sent),
    state('version', 'versions.show', `${sent}/versions/1`),
    state('acceptance', 'acceptances.create', `${sent}/acceptance`),
    {
      ...state('acceptance of another offer', 'acceptances.create', `${sent}/acceptance`),
      act: async (shown) => {
        await shown.locator('[name=digest]').evaluate((one: HTMLInputElement) => {
          one.value = one.value.replaceAll(/./g, '0')
        })
        await send(shown)
      },
    },
    {
      ...state('acceptance without billing data', 'acceptances.create', `${sent}/acceptance`),
      act: async (shown) => {
        const other = shown.locator('[type=radio][name=billing][value=new]')
        if ((await other.count()) > 0) await other.check()
        await send(shown)
      },
    },
    state('answer', 'words.create', `${asked}/words/answer`),
    state('change', 'words.create', `${sent}/words/ask_change`),
    {
      ...state('rejection without a reason', 'words.create', `${sent}/words/reject`),
      act: send,
    },
    state('word that is not for now', 'words.create', `${fresh}/words/reject`),
  ]
}
