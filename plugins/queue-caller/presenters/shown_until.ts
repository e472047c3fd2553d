import { SHOWN_SECONDS } from '#plugins/queue-caller/presenters/kiosk_visit'

/** A slow printer or network takes some of the time. */
const GRACE_SECONDS = 10

/** After this moment the kiosk shows a ticket no more, by no way back. */
export const shownUntil = (from: number): number => from + (SHOWN_SECONDS + GRACE_SECONDS) * 1000
