import { createError } from '@adonisjs/core/exceptions'

/** A variable or file of the deployment is missing or malformed; the message says what to do. */
export const E_CONFIGURATION = createError<[string]>('%s', 'E_CONFIGURATION', 500)

/** A plugin or module declares something that clashes or breaks the contract. */
export const E_INVALID_CONTRIBUTION = createError<[string, string]>(
  '%s: %s',
  'E_INVALID_CONTRIBUTION',
  500
)

export const E_PLUGIN_UNKNOWN = createError<[string]>(
  'No plugin "%s" is installed',
  'E_PLUGIN_UNKNOWN',
  404
)

export const E_PLUGINS_LOCKED = createError(
  'The variable PLUGINS decides which plugins are enabled',
  'E_PLUGINS_LOCKED',
  409
)
