type Offered = { readonly availableFrom: string | null; readonly availableTo: string | null }

export type Standing = 'offered' | 'not_yet' | 'over'

/** Whether a service is offered on a local day; its first and last one are included. */
export function standingOn({ availableFrom, availableTo }: Offered, day: string): Standing {
  if (availableFrom !== null && day < availableFrom) return 'not_yet'
  return availableTo !== null && day > availableTo ? 'over' : 'offered'
}
