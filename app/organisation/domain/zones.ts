/** Every zone that this server knows, as Intl names them: `Europe/Rome`. */
export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')
