import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import type { NavigationGroup } from '#app/admin/presenters/navigation'

/** Keys with a modifier stay when single keys are off. */
const COMMON = ['?', '/', 'n', 'j', 'k', 'x'] as const

/**
 * Every key of the panel: those of all pages, and `g` with a letter that a page or resource
 * declares. Two that want one letter share it with the first.
 */
export function presentKeys(navigation: NavigationGroup[], { user, t }: Viewer) {
  const seen = new Set<string>()
  const go = navigation
    .flatMap(({ items }) => items)
    .flatMap(({ key, href, label }) => {
      if (!key || seen.has(key)) return []
      seen.add(key)
      return [{ keys: `g ${key}`, href, label }]
    })
  const common = COMMON.map((keys, index) => ({ keys, label: t(`admin.keys.common.${index}`) }))
  const palette = { keys: 'Ctrl K', label: t('admin.keys.palette') }
  return { on: user.singleKeys, sheet: urlFor('admin.keys.show'), go, common: [palette, ...common] }
}
