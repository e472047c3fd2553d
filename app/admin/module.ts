import { defineModule } from '#core/platform'
import { supplyErrorPage } from '#core/web'
import { channels } from '#app/admin/channels'
import { PurgeRuns, purgeRunsNightly } from '#app/admin/jobs/purge_runs'
import { RunAction } from '#app/admin/jobs/run_action'
import { keptRoutes } from '#app/admin/kept_routes'
import privacy from '#app/admin/privacy'

const runs = () => import('#app/admin/controllers/runs_controller')
const runFiles = () => import('#app/admin/controllers/run_files_controller')
const searches = () => import('#app/admin/controllers/searches_controller')
const keys = () => import('#app/admin/controllers/keys_controller')
const today = () => import('#app/admin/controllers/today_controller')

export default defineModule({
  id: 'admin',
  permissions: [
    { id: 'admin.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'admin.export', roles: ['owner', 'manager'] },
    { id: 'admin.share_views', roles: ['owner', 'manager'] },
  ],
  routes({ staff }) {
    staff.get('/', [today, 'show'], { name: 'today.show', permission: 'admin.view' })
    staff.get('/keys', [keys, 'show'], { name: 'keys.show', permission: 'admin.view' })
    staff.get('/search', [searches, 'show'], { name: 'search.show', permission: 'admin.view' })
    keptRoutes(staff)
    staff.get('/runs/:id', [runs, 'show'], { name: 'runs.show', permission: 'admin.view' })
    staff.get('/runs/:id/file', [runFiles, 'show'], {
      name: 'run_files.show',
      permission: 'admin.view',
    })
  },
  jobs: [RunAction, PurgeRuns],
  schedules: [purgeRunsNightly],
  channels,
  privacy,
  boot() {
    supplyErrorPage(async (ctx, state) => {
      const { errorInPanel } = await import('#app/admin/error_page')
      return errorInPanel(ctx, state)
    })
  },
  admin: {
    group: 'admin.groups.calendar',
    menu: [
      {
        route: 'admin.today.show',
        title: 'admin.today.title',
        permission: 'admin.view',
        icon: 'layout-dashboard',
        key: 't',
      },
    ],
  },
})
