import type { I18n } from '@adonisjs/i18n'
import { declaredRoute, urlFor } from '#core/platform'
import type { HttpContext } from '@adonisjs/core/http'
import { textBlocks } from '#app/organisation/domain/text_blocks'
import type { Organisation } from '#app/organisation/models/organisation'
import { helpTopics, type HelpTopic } from '#app/organisation/queries/help_topics'

const addressOf = ({ topic }: HelpTopic) => urlFor('organisation.help_pages.show', { topic })

/** Links to the help of each plugin, without the one that is shown. */
export async function presentTopics(i18n: I18n, shown?: string) {
  const topics = await helpTopics()
  return topics
    .filter(({ topic }) => topic !== shown)
    .map((one) => ({ href: addressOf(one), title: i18n.t(one.page.title) }))
}

/** The help of one plugin, with the way to somebody who answers in person. */
export async function presentHelpPage({ page }: HelpTopic, { phone }: Organisation, i18n: I18n) {
  const values = (await page.values?.()) ?? {}
  return {
    title: i18n.t(page.title),
    blocks: textBlocks(i18n.t(page.text, values)),
    phone: phone ? { text: phone, href: `tel:${phone.replaceAll(' ', '')}` } : null,
  }
}

/** Where "Help" in the header leads: on the pages of a plugin to its own help (WCAG 3.2.6). */
export async function helpAddress(ctx: HttpContext): Promise<string> {
  const owner = declaredRoute(ctx)?.owner
  const topic = (await helpTopics()).find((one) => one.owner === owner)
  return topic ? addressOf(topic) : urlFor('organisation.help.show')
}
