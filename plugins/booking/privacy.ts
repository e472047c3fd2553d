import { dataMap, notPersonal, personal } from '#core/privacy'

const kept = { purpose: 'service', basis: 'contract', retention: { months: 12 } } as const

export default dataMap({
  booking_appointments: {
    ...notPersonal('id', 'public_id', 'reservation_id', 'form_version_id', 'booked_by_id'),
    ...notPersonal('created_at', 'updated_at', 'version'),
    ...personal(
      { ...kept, export: true, erase: 'pseudonymise' },
      'customer_id',
      'answers',
      'locale'
    ),
  },
  booking_links: {
    ...notPersonal('id', 'appointment_id', 'purpose', 'token_hash', 'created_at', 'expires_at'),
  },
  booking_drafts: {
    ...notPersonal('id', 'token_hash', 'service_id', 'location_id', 'starts_at', 'complete'),
    ...notPersonal('reservation_id', 'appointment_id', 'form_version_id'),
    ...notPersonal('created_at', 'updated_at', 'version'),
    // A booking that is never finished is gone after a day (booking.purge_drafts).
    ...personal(
      { ...kept, retention: { months: 1 }, export: false, erase: 'delete' },
      'first_name',
      'last_name',
      'email',
      'phone',
      'answers'
    ),
  },
})
