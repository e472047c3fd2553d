/** Numbers that people read aloud: docs/domain/numbering.md. */
export { allotAppointmentNumber } from '#app/numbering/actions/allot_appointment_number'
export { nextInSequence } from '#app/numbering/actions/next_in_sequence'
export { lastInSequences } from '#app/numbering/queries/last_in_sequences'
export { isTicketLetter, TICKET_LETTERS } from '#app/numbering/domain/appointment_number'
