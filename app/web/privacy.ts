import { dataMap, notPersonal, personal } from '#core/privacy'

/** What a form answered may name people; `web.sweep` deletes it after two days. */
const answered = {
  purpose: 'service',
  basis: 'contract',
  retention: { months: 1 },
  export: false,
  erase: 'delete',
} as const

/** Counters and proofs are keyed hashes. */
export default dataMap({
  web_limits: notPersonal('key', 'used', 'ends_at'),
  web_used_captchas: notPersonal('id', 'expires_at'),
  web_form_answers: {
    ...notPersonal('id', 'created_at'),
    ...personal(answered, 'answer'),
  },
})
