import { page, type AdminContribution } from '#core/admin'
import type { RouteGroups } from '#core/platform'

const settings = () => import('#app/settings/admin/settings_controller')
const actions = () => import('#app/settings/admin/setting_actions_controller')
const permission = 'settings.manage'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  pages: [
    page({
      id: 'settings.settings',
      path: '',
      permission,
      fresh: true,
      icon: 'sliders-horizontal',
      handler: [settings, 'index'],
    }),
  ],
}

export function routes({ staff }: RouteGroups): void {
  staff.post('/settings/:owner', [settings, 'update'], {
    name: 'settings.update',
    permission,
    fresh: true,
  })
  staff.post('/settings/:owner/actions/:action', [actions, 'store'], {
    name: 'actions.store',
    permission,
    fresh: true,
  })
}
