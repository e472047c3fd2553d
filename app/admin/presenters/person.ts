import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'

type Look = { name: 'theme' | 'density'; value: string; apart?: boolean }

const LOOKS: readonly Look[] = [
  { name: 'theme', value: 'system', apart: true },
  { name: 'theme', value: 'light' },
  { name: 'theme', value: 'dark' },
  { name: 'density', value: 'comfortable', apart: true },
  { name: 'density', value: 'compact' },
]

/** The menu of the person at the top of the panel; looks bring back to `page`. */
export function presentPerson({ user, t, can }: Viewer, page: string) {
  const looks = LOOKS.map(({ name, value, apart }) => ({
    label: t(`accounts.me.menu.${value}`),
    name,
    value,
    current: user[name] === value,
    apart,
  }))
  const own = [
    { label: t('accounts.me.title'), href: urlFor('accounts.own_settings.edit') },
    { label: t('admin.keys.title'), href: urlFor('admin.keys.show') },
    ...looks,
  ]
  return {
    name: user.name || user.email,
    form: { action: urlFor('accounts.looks.store'), fields: { next: page } },
    items: [
      ...(can('admin.view') ? own : []),
      {
        label: t('admin.person.account'),
        href: urlFor('accounts.account.show'),
        apart: can('admin.view'),
      },
      {
        label: t('admin.person.sign_out'),
        action: urlFor('accounts.sign_out.store'),
      },
    ],
  }
}
