type Place = {
  readonly id: number
  readonly name: string
  readonly address: string | null
  readonly active: boolean
}

/** Where an order can be paid at the desk: at its place, or at each where it belongs to none. */
export const deskPlaces = (places: readonly Place[], locationId: number | null): string[] =>
  places
    .filter(({ id, active }) => active && (locationId === null || id === locationId))
    .map(({ name, address }) => [name, address].filter(Boolean).join(', '))
