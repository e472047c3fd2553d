/** Who may set up the shop sees how it is set up. */
export const SET_UP = { view: 'shop-quotes.set_up', manage: 'shop-quotes.set_up' }

/** A word in the address of a public page: `eye-test`. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
