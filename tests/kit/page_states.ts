import type { Page } from 'playwright-core'
import { routeTable } from '#core/platform'
import { faultsOf, type Screen } from '#tests/kit/accessibility'
import { onward, type Visitor } from '#tests/kit/browser'
import { unescapeHtml } from '#tests/kit/forms'

/** A page in one of its states: how a check gets there. */
export type PageState = {
  name: string
  /** The route whose page it is, without the plugin's name. */
  route: string
  path: string
  /** What has to be pressed on the page of `path`; a POST that shows a page again. */
  act?: (page: Page) => Promise<void>
  /** Nobody is signed in. */
  signedOut?: true
  /** Begins where the one before it in the list has led. */
  chained?: true
}

type Route = Pick<ReturnType<typeof routeTable>[number], 'name' | 'area'>

/** The plugin's GET routes of this kind at which no state is, by their names without the plugin's. */
export function unseenRoutes(
  plugin: string,
  states: readonly PageState[],
  isPage: (route: Route) => boolean
): string[] {
  const pages = routeTable()
    .filter(({ owner, method }) => owner === plugin && method === 'GET')
    .map(({ name, area }) => ({ name: name.slice(plugin.length + 1), area }))
    .filter(isPage)
  if (pages.length === 0) throw new Error(`${plugin} has no such pages`)
  const seen = new Set(states.map(({ route }) => route))
  return pages.map(({ name }) => name).filter((name) => !seen.has(name))
}

/** Goes to the state and says what is wrong with the page there. */
export async function faultsIn(
  visitor: Visitor,
  { name, path, act }: PageState,
  { picture, screens }: { picture: string; screens: readonly Screen[] }
): Promise<string[]> {
  const { page } = visitor
  await visitor.open(path)
  const { pathname, search } = new URL(page.url())
  if (pathname + search !== path) throw new Error(`${name} is not at ${path}`)
  if (act) await onward(page, () => act(page))
  return faultsOf(visitor, picture, screens)
}

/**
 * Pieces of text of a page with at least one word.
 *
 * @param names what is the same in every language
 */
export function textsIn(html: string, names: RegExp): Set<string> {
  const body = html.slice(html.indexOf('<main')).replaceAll(/<(script|style)[^]*?<\/\1>/g, '')
  const pieces = body.split(/<[^>]+>/).map((text) => unescapeHtml(text).trim())
  return new Set(pieces.filter((text) => /\p{L}{3}/u.test(text) && !names.test(text)))
}
