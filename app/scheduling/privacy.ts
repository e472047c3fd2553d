import { dataMap, notPersonal, personal } from '#core/privacy'

const STAMPS = ['version', 'created_at', 'updated_at']
const HOURS = ['opens', 'closes', 'public_seats', 'internal_seats']

/** Whose appointment it is; the appointment itself belongs to the plugin that owns it. */
const service = {
  purpose: 'service',
  basis: 'contract',
  retention: 'with_owner',
  export: true,
  erase: 'blank',
} as const

const resources = dataMap({
  // A resource may be a person of the staff: the name is shown to those who book.
  scheduling_resources: {
    ...notPersonal('id', 'public_id', 'location_id', 'kind', 'units', 'position', 'active'),
    ...notPersonal('name', ...STAMPS),
  },
  scheduling_services: {
    ...notPersonal('id', 'slug', 'name', 'description', 'preparation', 'duration_minutes'),
    ...notPersonal('step_minutes', 'buffer_before_minutes', 'buffer_after_minutes'),
    ...notPersonal('min_notice_minutes', 'horizon_days', 'capacity', 'letter', 'active', 'public'),
    ...notPersonal('form_id', 'confirmation_mode', 'position', 'offered_by', ...STAMPS),
  },
  scheduling_service_locations: notPersonal('id', 'service_id', 'location_id'),
  scheduling_requirements: notPersonal('id', 'service_id', 'need', 'position'),
  scheduling_requirement_resources: notPersonal('id', 'requirement_id', 'resource_id'),
})

const openingHours = dataMap({
  scheduling_opening_rules: {
    ...notPersonal('id', 'location_id', 'resource_id', 'weekdays', 'valid_from', 'valid_to'),
    ...notPersonal(...HOURS, ...STAMPS),
  },
  scheduling_opening_exceptions: {
    ...notPersonal('id', 'location_id', 'resource_id', 'name', 'from_day', 'to_day', 'closed'),
    ...notPersonal(...HOURS, ...STAMPS),
  },
  // The reason of an absence may say something about a member of the staff.
  scheduling_blocks: {
    ...notPersonal('id', 'location_id', 'resource_id', 'starts_at', 'ends_at', ...STAMPS),
    ...personal({ ...service, export: false, retention: { months: 12 } }, 'reason'),
  },
})

const reservations = dataMap({
  scheduling_days: notPersonal('resource_id', 'day', 'n'),
  scheduling_changes: notPersonal('location_id', 'n'),
  scheduling_sessions: {
    ...notPersonal('id', 'service_id', 'location_id', 'starts_at', 'ends_at', 'capacity'),
    ...notPersonal('internal', 'active', 'version'),
  },
  scheduling_allocations: {
    ...notPersonal('id', 'session_id', 'resource_id', 'seat', 'starts_at', 'ends_at', 'active'),
  },
  scheduling_reservations: {
    ...notPersonal('id', 'public_id', 'session_id', 'place', 'service_id', 'location_id', 'owner'),
    ...notPersonal('state', 'outcome', 'number', 'day', 'starts_at', 'ends_at', 'held_at'),
    ...notPersonal(
      'expires_at',
      'confirmed_at',
      'released_at',
      'released_by',
      'sequence',
      'version'
    ),
    ...personal(service, 'customer_id', 'released_by_id', 'release_reason'),
  },
})

export default { ...resources, ...openingHours, ...reservations }
