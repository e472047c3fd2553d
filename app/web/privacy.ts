import { dataMap, notPersonal } from '#core/privacy'

/** Counters and proofs are keyed hashes; answers hold ids alone. */
export default dataMap({
  web_limits: notPersonal('key', 'used', 'ends_at'),
  web_used_captchas: notPersonal('id', 'expires_at'),
  web_form_answers: notPersonal('id', 'answer', 'created_at'),
})
