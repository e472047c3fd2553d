import type { I18n } from '@adonisjs/i18n'
import { contributions, urlFor } from '#core/platform'
import type { User } from '#app/accounts/models/user'

export type ShownSection = { label: string; href: string; icon: string; summary: string }

/**
 * The parts of a person's account in their language: what plugins know of them first, then
 * their own details. Staff have no appointments of their own here, they have the panel.
 */
export async function accountSections(user: User, i18n: I18n): Promise<ShownSection[]> {
  const all = await contributions('account')
  const own = all.filter(({ owner }) => owner === 'accounts')
  const others = user.isStaff ? [] : all.filter(({ owner }) => owner !== 'accounts')
  return [...others, ...own]
    .flatMap(({ value }) => value)
    .map(({ route, title, summary, icon }) => ({
      label: i18n.t(title),
      href: urlFor(route),
      icon,
      summary: i18n.t(summary),
    }))
}
