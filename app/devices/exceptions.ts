import { createError } from '@adonisjs/core/exceptions'

/** The page is one of a kiosk or screen, and this browser is none. */
export const E_DEVICE_NOT_PAIRED = createError(
  'This page needs a paired device',
  'E_DEVICE_NOT_PAIRED',
  401
)

/** The page is one of another kind of device. */
export const E_OTHER_DEVICE = createError(
  'This page is for another kind of device',
  'E_OTHER_DEVICE',
  403
)
