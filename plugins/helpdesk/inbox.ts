/** The list of tickets in the panel. */
export const INBOX = 'helpdesk.tickets'
