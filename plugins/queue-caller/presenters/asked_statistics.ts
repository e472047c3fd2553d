import { askedPeriod, noSuchRecord, type AskedPeriod, type Viewer } from '#core/admin'
import type { Location } from '#core/organisation'
import { BREAKDOWNS, type Breakdown } from '#plugins/queue-caller/domain/breakdown'
import { MEASURES, type Measure } from '#plugins/queue-caller/presenters/statistics_columns'
import { placesWithQueue } from '#plugins/queue-caller/queries/statistics_places'

/** What the address of the page asks for. */
export type AskedStatistics = AskedPeriod & {
  by: Breakdown
  of: Measure
  /** Those the person sees, and those of them whose figures are shown. */
  places: Location[]
  shown: Location[]
  /** The one that was chosen on this page. */
  location: Location | null
}

type Address = Record<string, unknown>

/** Words that make no sense are the usual ones; a location out of sight is not there. */
export async function askedStatistics(address: Address, viewer: Viewer): Promise<AskedStatistics> {
  const places = await placesWithQueue(viewer.locationIds)
  const location = places.find(({ id }) => String(id) === address.location) ?? null
  if (address.location && !location) throw noSuchRecord(viewer)
  return {
    ...askedPeriod(address, viewer),
    by: oneOf(BREAKDOWNS, address.by, 'hour'),
    of: oneOf(MEASURES, address.of, 'tickets'),
    places,
    shown: location ? [location] : places,
    location,
  }
}

const oneOf = <Word extends string>(words: readonly Word[], word: unknown, usual: Word): Word =>
  words.find((one) => one === word) ?? usual
