/** `not_now`: its state does not allow the step; `changed_meanwhile`: somebody was faster. */
type Stepped = 'not_now' | 'changed_meanwhile'

/** `expired`: its last day is over; `another_version`: what was shown is not what is offered. */
export type AcceptRefusal = Stepped | 'expired' | 'another_version' | 'unknown_line'

/** Why a draft is not sent. */
export type SendRefusal = Stepped | 'no_lines' | 'day_over' | 'rates_changed' | 'below_zero'
