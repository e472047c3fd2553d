/** Who may set up the helpdesk sees how it is set up. */
export const SET_UP = { view: 'helpdesk.set_up', manage: 'helpdesk.set_up' }
