import type { RouteGroups } from '#core/platform'

export function routes({ site }: RouteGroups): void {
  const files = () => import('#app/files/controllers/files_controller')
  site.get('/files/:id', [files, 'show'], { name: 'show' })

  const pictures = () => import('#app/files/controllers/pictures_controller')
  site.get('/files/:id/picture', [pictures, 'show'], { name: 'pictures.show' })
}
