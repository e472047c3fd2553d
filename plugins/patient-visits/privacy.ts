import { dataMap, notPersonal, personal } from '#core/privacy'

/** Health care is its own ground (GDPR Art. 9(2)(h)); how long records are kept is the law of the place. */
const kept = { purpose: 'service', basis: 'contract', retention: { months: 12 } } as const

export default dataMap({
  patient_visits_clinics: {
    ...notPersonal('id', 'name', 'description', 'phone', 'position', 'active'),
    ...notPersonal('created_at', 'updated_at', 'version'),
  },
  patient_visits_visit_types: {
    ...notPersonal('id', 'public_id', 'service_id', 'clinic_id', 'confirmed_by', 'self_service'),
    ...notPersonal('change_until_hours', 'cancel_until_hours', 'most_changes', 'reason_mode'),
    ...notPersonal('created_at', 'updated_at', 'version'),
  },
  patient_visits_visits: {
    ...notPersonal('id', 'public_id', 'reservation_id', 'changes', 'in_room_at', 'ended_by'),
    ...notPersonal('in_room_version', 'booked_by_id', 'created_at', 'updated_at', 'version'),
    ...personal(
      { ...kept, export: true, erase: 'pseudonymise' },
      'visit_type_id',
      'customer_id',
      'locale'
    ),
    // Encrypted in the database.
    ...personal({ ...kept, export: true, erase: 'blank' }, 'reason'),
  },
})
