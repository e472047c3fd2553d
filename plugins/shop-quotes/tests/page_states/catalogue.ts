import type { Page } from 'playwright-core'
import type { TestServer } from '#tests/kit/servers'

/** A page in one of its states: how a check gets there. */
export type PageState = {
  name: string
  /** The route whose page it is. */
  route: string
  path: string
  /** What has to be pressed on the page of `path`; a POST that shows a page again. */
  act?: (page: Page) => Promise<void>
  /** Nobody is signed in. */
  signedOut?: true
}

/** S1: pages of the catalogue, with what the demo sells. */
export async function catalogueStates(server: TestServer): Promise<PageState[]> {
  await server.query(
    `update shop_quotes_services set available_to = '2020-01-01', version = version + 1 where slug = 'frame-repair'`
  )
  const state = (name: string, route: string, path: string): PageState => ({
    ...{ name, route: `catalogue.${route}`, path: `/shop${path}`, signedOut: true },
  })
  return [
    state('catalogue', 'index', ''),
    state('found', 'index', '?q=le&price=fixed'),
    state('nothing found', 'index', '?q=zzzz'),
    state('category', 'categories.show', '/categories/glasses'),
    state('category by place', 'categories.show', '/categories/paperwork?location=pisa'),
    state('service', 'services.show', '/services/lens-replacement'),
    state('service without VAT', 'services.show', '/services/eye-test'),
    state('service on request', 'services.show', '/services/document-translation'),
    state('service that is over', 'services.show', '/services/frame-repair'),
  ]
}
