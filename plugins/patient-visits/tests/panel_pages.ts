/** Pages of the panel, with the demo's records, that are looked at in a browser. */
export const VISIT_PAGES = [
  '/admin/patient-visits/visits',
  '/admin/patient-visits/visits?tab=requests',
  '/admin/patient-visits/visits?tab=all&state=done',
  '/admin/patient-visits/doctors',
  '/admin/patient-visits/clinics',
  '/admin/patient-visits/clinics/1',
  '/admin/patient-visits/clinics/1/edit',
  '/admin/patient-visits/visit-types',
  '/admin/patient-visits/visit-types/1',
  '/admin/patient-visits/visit-types/create',
  '/admin/patient-visits/visit-types/1/edit',
  '/admin/patient-visits/book',
  '/admin/patient-visits/book?customer=1',
  '/admin/patient-visits/cancel-day',
]
