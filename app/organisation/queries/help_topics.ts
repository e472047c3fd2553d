import { contributions, registry } from '#core/platform'
import type { HelpPage } from '#app/organisation/help_page'

export type HelpTopic = {
  /** Word in its address: where the pages of its plugin begin. */
  topic: string
  owner: string
  page: HelpPage
}

const mountOf = (owner: string): string =>
  registry.plugins.find(({ id }) => id === owner)?.mount ?? owner

/** V6: help that enabled plugins bring, in the order of the plugins. */
export async function helpTopics(): Promise<HelpTopic[]> {
  const pages = await contributions('help')
  return pages.map(({ owner, value }) => ({ topic: mountOf(owner), owner, page: value }))
}
