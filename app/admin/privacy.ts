import { dataMap, notPersonal, personal } from '#core/privacy'

/** What staff typed into an action and got out of it may name people; it goes with the run, files after a day. */
const typed = {
  purpose: 'service',
  basis: 'contract',
  retention: { months: 1 },
  export: false,
  erase: 'delete',
} as const

/** The name of a view and the words that it searches for may be those of a customer. */
const kept = { ...typed, retention: 'with_owner' } as const

export default dataMap({
  admin_action_runs: {
    ...notPersonal('id', 'public_id', 'key', 'user_id', 'locale', 'action', 'ids', 'state'),
    ...notPersonal('position', 'done', 'refused', 'created_at', 'finished_at'),
    ...personal(typed, 'input', 'back'),
  },
  admin_run_files: {
    ...notPersonal('id', 'run_id', 'record_id', 'type'),
    ...personal(typed, 'name', 'content'),
  },
  admin_list_choices: notPersonal('id', 'user_id', 'list', 'columns', 'start_id'),
  admin_picks: notPersonal('id', 'user_id', 'target', 'picked_at'),
  admin_list_views: {
    ...notPersonal('id', 'public_id', 'user_id', 'list', 'shared'),
    ...notPersonal('version', 'created_at', 'updated_at'),
    ...personal(kept, 'name', 'name_key', 'address'),
  },
})
