import { defineModule } from '#core/platform'

const today = () => import('#app/admin/controllers/today_controller')

export default defineModule({
  id: 'admin',
  permissions: [{ id: 'admin.view', roles: ['owner', 'manager', 'desk'] }],
  routes({ staff }) {
    staff.get('/', [today, 'show'], { name: 'today.show', permission: 'admin.view' })
  },
  admin: {
    group: 'admin.groups.calendar',
    menu: [
      {
        route: 'admin.today.show',
        title: 'admin.today.title',
        permission: 'admin.view',
        icon: 'layout-dashboard',
      },
    ],
  },
})
