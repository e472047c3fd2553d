import type { Viewer } from '#core/admin'
import { LOCALE_NAMES } from '#core/organisation'
import { contributions, urlFor } from '#core/platform'
import { reworded } from '#app/messaging/queries/own_texts'
import { mailName } from '#app/messaging/admin/mail_name'

/** Every mail of the core and of enabled plugins, by owner. */
export async function presentTemplates(viewer: Viewer) {
  const own = await reworded()
  const groups = (await contributions('mails')).map(({ owner, value }) => ({
    name: viewer.word(`${owner}.plugin.name`, viewer.word(`${owner}.admin.title`, owner)),
    mails: value.map(({ id }) => ({
      name: mailName(id, viewer),
      href: urlFor('messaging.template', { template: id }),
      languages: (own.get(id) ?? []).map((locale) => LOCALE_NAMES[locale]).join(', '),
    })),
  }))
  return { title: viewer.t('messaging.admin.templates.title'), groups }
}
