import { numberSetting } from '#core/settings'

/** Files that one description, addition or answer may bring (H3). */
export const mostFiles = numberSetting('helpdesk.most_files', { default: 1, min: 0, max: 10 })

/** Business days after which a proposed solution counts as accepted. */
export const answerWithin = numberSetting('helpdesk.answer_within_days', {
  default: 5,
  min: 1,
  max: 60,
})

/** Days in which a closed ticket can be reopened; 0: only by a follow-up. */
export const reopenWithin = numberSetting('helpdesk.reopen_within_days', {
  default: 14,
  min: 0,
  max: 365,
})
