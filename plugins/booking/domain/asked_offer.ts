/** A service at a place, by the stable words of links. */
export type Words = { readonly location: string; readonly service: string }
export type Asked = { readonly location: string | null; readonly service: string | null }

export type AskedOffer = {
  /** What is settled and not asked again. */
  fixed: Asked
  /** What can still be chosen from. */
  offers: readonly Words[]
  /** Nothing is left to ask. */
  chosen: Words | null
  /** `unknown`: a word that names nothing; `not_there`: both exist, but not together. */
  problem: 'unknown' | 'not_there' | null
}

const NOTHING: Asked = { location: null, service: null }

/** What a link or the menus settle of location and service (B1, B2), and what is left to ask. */
export function askedOffer(all: readonly Words[], asked: Asked): AskedOffer {
  const atPlace = all.filter((offer) => fits(offer, asked, 'location'))
  const ofService = all.filter((offer) => fits(offer, asked, 'service'))
  if (all.length > 0 && (atPlace.length === 0 || ofService.length === 0)) {
    return { fixed: NOTHING, offers: all, chosen: null, problem: 'unknown' }
  }
  const both = atPlace.filter((offer) => fits(offer, asked, 'service'))
  if (all.length > 0 && both.length === 0) {
    const fixed = { location: asked.location, service: null }
    return { fixed, offers: atPlace, chosen: null, problem: 'not_there' }
  }
  return { fixed: asked, offers: both, chosen: both.length === 1 ? both[0] : null, problem: null }
}

const fits = (offer: Words, asked: Asked, key: keyof Words): boolean =>
  asked[key] === null || offer[key] === asked[key]
