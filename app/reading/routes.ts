import type { RouteGroups } from '#core/platform'

const aids = () => import('#app/reading/controllers/aids_controller')

export function routes({ site }: RouteGroups): void {
  site.get('/reading', [aids, 'edit'], { name: 'aids.edit' })
  site.post('/reading', [aids, 'update'], { name: 'aids.update' })
}
