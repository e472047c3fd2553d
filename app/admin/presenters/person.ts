import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'

const LOOKS = [
  { name: 'theme', value: 'system' },
  { name: 'theme', value: 'light' },
  { name: 'theme', value: 'dark' },
  { name: 'density', value: 'comfortable' },
  { name: 'density', value: 'compact' },
] as const

/** The menu of the person at the top of the panel; looks bring back to `page`. */
export function presentPerson({ user, t, can }: Viewer, page: string) {
  const looks = LOOKS.map(({ name, value }) => ({
    label: t(`accounts.me.menu.${value}`),
    href: urlFor('accounts.looks.store'),
    method: 'post',
    fields: { [name]: value, next: page },
    current: user[name] === value,
  }))
  const own = [
    { label: t('accounts.me.title'), href: urlFor('accounts.own_settings.edit') },
    { label: t('admin.keys.title'), href: urlFor('admin.keys.show') },
    ...looks,
  ]
  return {
    name: user.name || user.email,
    items: [
      ...(can('admin.view') ? own : []),
      { label: t('admin.person.account'), href: urlFor('accounts.account.show') },
      {
        label: t('admin.person.sign_out'),
        href: urlFor('accounts.sign_out.store'),
        method: 'post',
      },
    ],
  }
}
