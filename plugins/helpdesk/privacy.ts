import { dataMap, notPersonal, personal } from '#core/privacy'

const kept = { purpose: 'service', basis: 'contract', retention: { months: 36 } } as const
const VERSIONED = notPersonal('created_at', 'updated_at', 'version')

export default dataMap({
  helpdesk_calendars: { ...notPersonal('id', 'name', 'zone', 'hours'), ...VERSIONED },
  helpdesk_calendar_days: notPersonal('id', 'calendar_id', 'day', 'name', 'hours'),
  helpdesk_service_levels: { ...notPersonal('id', 'name', 'calendar_id'), ...VERSIONED },
  helpdesk_service_targets: {
    ...notPersonal('id', 'service_level_id', 'priority'),
    ...notPersonal('first_answer_minutes', 'solution_minutes'),
  },
  helpdesk_teams: { ...notPersonal('id', 'name', 'active', 'position'), ...VERSIONED },
  helpdesk_team_members: notPersonal('id', 'team_id', 'user_id', 'leads'),
  helpdesk_intake_nodes: {
    ...notPersonal('id', 'key', 'parent_id', 'label', 'hint', 'question', 'position', 'is_need'),
    ...notPersonal('kind', 'impact', 'team_id', 'service_level_id', 'form_id'),
    ...VERSIONED,
  },
  helpdesk_intake_versions: notPersonal('id', 'number', 'tree', 'published_by_id', 'created_at'),
  helpdesk_templates: {
    ...notPersonal('id', 'name', 'text', 'team_id', 'active', 'position'),
    ...VERSIONED,
  },
  helpdesk_tickets: {
    ...notPersonal('id', 'public_id', 'number', 'state', 'kind', 'urgency', 'impact', 'priority'),
    ...notPersonal('priority_is_set', 'team_id', 'assignee_id', 'intake_version_id', 'need'),
    ...notPersonal('form_version_id', 'service_level_id', 'follow_up_of_id', 'duplicate_of_id'),
    ...notPersonal('next_due_at', 'proposed_at', 'lapses_at', 'last_day', 'closed_at', 'closed_by'),
    ...notPersonal('reopened', 'rejected', 'rating', 'rated_at', 'changed_at', 'created_at'),
    ...notPersonal('updated_at', 'version'),
    ...personal({ ...kept, export: true, erase: 'pseudonymise' }, 'customer_id', 'locale'),
    ...personal({ ...kept, export: true, erase: 'blank' }, 'subject', 'answers', 'rating_comment'),
  },
  helpdesk_ticket_words: {
    ...notPersonal('ticket_id'),
    ...personal({ ...kept, export: false, erase: 'delete' }, 'word'),
  },
  helpdesk_entries: {
    ...notPersonal('id', 'public_id', 'ticket_id', 'deed', 'from_state', 'to_state', 'changes'),
    ...notPersonal('actor_kind', 'actor_id', 'created_at'),
    ...personal({ ...kept, export: true, erase: 'blank' }, 'text'),
  },
  helpdesk_targets: {
    ...notPersonal('id', 'ticket_id', 'kind', 'minutes', 'due_at', 'left_seconds', 'warn_at'),
    ...notPersonal('warned_at', 'missed_at', 'met_at', 'late_seconds'),
  },
  helpdesk_links: notPersonal('id', 'ticket_id', 'token_hash', 'expires_at', 'used_at'),
})
