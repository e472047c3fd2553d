import { dataMap, notPersonal, personal } from '#core/privacy'

/**
 * Who acted stays on record, by number only, so that later changes can be accounted for. Deleted
 * by `audit.purge` after `audit.keep_days`, a year unless the operator keeps it for longer.
 */
const accountability = {
  purpose: 'accountability',
  basis: 'legitimate_interest',
  retention: { months: 12 },
  export: true,
  erase: 'keep',
  because: 'Only a number remains once the account is erased',
} as const

export default dataMap({
  audit_entries: {
    ...notPersonal('id', 'at', 'actor_kind', 'on_behalf_of_kind', 'action', 'object', 'object_id'),
    ...notPersonal('fields', 'changes'),
    ...personal(accountability, 'actor_id', 'on_behalf_of_id'),
  },
  audit_links: notPersonal('position', 'entry_id', 'previous', 'hash', 'chained_at'),
  audit_checks: notPersonal(
    ...['id', 'at', 'verified', 'position', 'hash'],
    ...['broken_position', 'broken_entry', 'reason']
  ),
})
