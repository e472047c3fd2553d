import { dataMap, notPersonal, personal } from '#core/privacy'

const kept = { purpose: 'service', basis: 'contract', retention: { months: 12 } } as const

export default dataMap({
  queue_caller_lines: {
    ...notPersonal('id', 'location_id', 'letter', 'name', 'first_number', 'last_number'),
    ...notPersonal('contingent', 'hours', 'extra_calls', 'interval_minutes', 'grace_seconds'),
    ...notPersonal('early_minutes', 'late_minutes', 'most_in_a_row', 'longest_wait_minutes'),
    ...notPersonal('target_minutes', 'service_minutes', 'position', 'active'),
    ...notPersonal('created_at', 'updated_at', 'version'),
  },
  queue_caller_line_services: { ...notPersonal('location_id', 'service_id', 'line_id') },
  queue_caller_counters: {
    ...notPersonal('id', 'location_id', 'label', 'spoken', 'position', 'active'),
    ...notPersonal('created_at', 'updated_at', 'version'),
  },
  queue_caller_counter_lines: { ...notPersonal('counter_id', 'line_id') },
  queue_caller_sessions: {
    ...notPersonal('id', 'counter_id', 'automatic', 'opened_at', 'paused_at', 'closed_at'),
    ...notPersonal('user_id'),
  },
  queue_caller_days: { ...notPersonal('line_id', 'day', 'issued', 'in_a_row') },
  queue_caller_tickets: {
    ...notPersonal('id', 'public_id', 'location_id', 'day', 'line_id', 'code', 'issued_line_id'),
    ...notPersonal('cycle', 'number', 'reservation_id', 'starts_at', 'state', 'calls', 'urgent'),
    ...notPersonal('among', 'order_at', 'due_from', 'counter_id', 'for_counter_id', 'left_by'),
    ...notPersonal('locale', 'told_from', 'told_to', 'issued_at', 'checked_in_at', 'called_at'),
    ...notPersonal('announced_at', 'started_at', 'started_hour', 'ended_at', 'version'),
    // What staff write down of a person who waits; gone with the day (queue-caller.tend_queues).
    ...personal({ ...kept, retention: { months: 1 }, export: false, erase: 'delete' }, 'note'),
  },
  queue_caller_events: {
    ...notPersonal('id', 'ticket_id', 'location_id', 'line_id', 'counter_id', 'user_id', 'day'),
    ...notPersonal('kind', 'state', 'at', 'details'),
  },
  queue_caller_screens: {
    ...notPersonal('id', 'location_id', 'name', 'preset', 'line_ids', 'counter_id', 'locales'),
    ...notPersonal('notice', 'sound', 'created_at', 'updated_at', 'version'),
  },
  queue_caller_kiosks: {
    ...notPersonal('id', 'location_id', 'name', 'line_ids', 'locales'),
    ...notPersonal('created_at', 'updated_at', 'version'),
  },
})
