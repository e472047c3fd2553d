import type { RouteGroups } from '#core/platform'

const listColumns = () => import('#app/admin/controllers/list_columns_controller')
const listViews = () => import('#app/admin/controllers/list_views_controller')
const listViewRemovals = () => import('#app/admin/controllers/list_view_removals_controller')
const listViewStates = () => import('#app/admin/controllers/list_view_states_controller')
const listStarts = () => import('#app/admin/controllers/list_starts_controller')
const locationChoices = () => import('#app/admin/controllers/location_choices_controller')
const picks = () => import('#app/admin/controllers/picks_controller')

/**
 * What a person keeps of lists and of what they opened; whether they see it, each asks by itself.
 */
export function keptRoutes(staff: RouteGroups['staff']): void {
  const seeing = { permission: 'admin.view' }
  staff.post('/list-columns', [listColumns, 'store'], {
    name: 'list_columns.store',
    ...seeing,
  })
  staff.post('/list-views', [listViews, 'store'], { name: 'list_views.store', ...seeing })
  staff.get('/list-views/:id', [listViews, 'edit'], { name: 'list_views.edit', ...seeing })
  staff.post('/list-views/:id', [listViews, 'update'], { name: 'list_views.update', ...seeing })
  staff.get('/list-views/:id/remove', [listViewRemovals, 'create'], {
    name: 'list_view_removals.create',
    ...seeing,
  })
  staff.post('/list-views/:id/remove', [listViewRemovals, 'store'], {
    name: 'list_view_removals.store',
    ...seeing,
  })
  staff.post('/list-views/:id/state', [listViewStates, 'update'], {
    name: 'list_view_states.update',
    ...seeing,
  })
  staff.post('/list-views/:id/start', [listStarts, 'store'], {
    name: 'list_starts.store',
    ...seeing,
  })
  staff.post('/location', [locationChoices, 'store'], {
    name: 'location_choices.store',
    ...seeing,
  })
  staff.post('/picks', [picks, 'store'], { name: 'picks.store', ...seeing })
}
