import { page, type AdminContribution } from '#core/admin'
import type { RouteGroups } from '#core/platform'

const plugins = () => import('#app/platform/admin/plugins_controller')
const permission = 'platform.manage'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  pages: [
    page({
      id: 'platform.plugins',
      path: '/plugins',
      permission,
      fresh: true,
      firstRun: 'plugins',
      icon: 'plug',
      handler: [plugins, 'index'],
    }),
    page({
      id: 'platform.plugin',
      path: '/plugins/:id',
      permission,
      fresh: true,
      firstRun: 'plugins',
      handler: [plugins, 'show'],
      menu: false,
    }),
  ],
}

export function routes({ staff }: RouteGroups): void {
  staff.post('/platform/plugins/:id', [plugins, 'update'], {
    name: 'plugins.update',
    permission,
    fresh: true,
    firstRun: 'plugins',
  })
}
