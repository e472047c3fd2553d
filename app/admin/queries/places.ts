import { Location } from '#core/organisation'
import { cached } from '#core/platform'

// A query would run again for each that awaits it; the promise of an async function does not.
const all = cached(500, async () => Location.query().orderBy('active', 'desc').orderBy('id'))

/** Every location, those in use first. */
export const places = (): Promise<Location[]> => all.get()
