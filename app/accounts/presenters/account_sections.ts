import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import { contributions, registry, urlFor } from '#core/platform'
import type { OpenMatter } from '#app/accounts/definition'
import type { User } from '#app/accounts/models/user'

export type ShownSection = { label: string; href: string; icon: string; summary: string }

/**
 * The parts of a person's account in their language: what plugins know of them first, then what
 * the core keeps. Staff have no appointments of their own here, they have the panel.
 */
export async function accountSections(user: User, i18n: I18n): Promise<ShownSection[]> {
  const all = await contributions('account')
  const core = all.filter(({ owner }) => isModule(owner))
  const plugins = all.filter(({ owner }) => !isModule(owner))
  const shown = user.isStaff
    ? core.filter(({ owner }) => owner === 'accounts')
    : [...plugins, ...core]
  return shown
    .flatMap(({ value }) => value)
    .map(({ route, title, summary, icon }) => ({
      label: i18n.t(title),
      href: urlFor(route),
      icon,
      summary: i18n.t(summary),
    }))
}

const isModule = (owner: string) => registry.modules.some(({ id }) => id === owner)

/** What is still open of a person in every plugin, in words, with the way to it. */
export async function openMattersOf(ctx: HttpContext, user: User): Promise<OpenMatter[]> {
  const matters: OpenMatter[] = []
  for (const { value } of await contributions('account')) {
    for (const { openMatters } of value) matters.push(...((await openMatters?.(user, ctx)) ?? []))
  }
  return matters
}
