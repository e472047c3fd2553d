import { resourceNamed } from '#core/admin'

/** Who may set up a queue sees how it is set up. */
export const SET_UP = { view: 'queue-caller.manage', manage: 'queue-caller.manage' }

export const locationsOfPanel = () => resourceNamed('organisation.locations')
