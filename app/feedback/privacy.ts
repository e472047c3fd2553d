import { dataMap, notPersonal, personal } from '#core/privacy'

/** Deleted by `feedback.purge` after `feedback.keep_days`, a year unless the operator changes it. */
const feedback = {
  purpose: 'contact',
  basis: 'legal_obligation',
  retention: { months: 12 },
  export: true,
  erase: 'delete',
} as const

export default dataMap({
  feedback_reports: {
    ...notPersonal('id', 'public_id', 'locale', 'state', 'answered_at'),
    ...notPersonal('version', 'created_at', 'updated_at'),
    ...personal(feedback, 'page', 'problem', 'name', 'email'),
  },
})
