import type { PageState } from '#tests/kit/page_states'
import type { TestServer } from '#tests/kit/servers'

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
