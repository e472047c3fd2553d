import { page, type AdminContribution } from '#core/admin'
import type { RouteGroups } from '#core/platform'

const settings = () => import('#app/settings/admin/settings_controller')
const permission = 'settings.manage'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  pages: [
    page({
      id: 'settings.settings',
      path: '',
      permission,
      fresh: true,
      firstRun: 'mail',
      icon: 'sliders-horizontal',
      handler: [settings, 'index'],
    }),
  ],
}

export function routes({ staff }: RouteGroups): void {
  const guarded = { permission, fresh: true, firstRun: 'mail' } as const
  staff.post('/settings/:owner', [settings, 'update'], { name: 'settings.update', ...guarded })
}
