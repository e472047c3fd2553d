import type { Location } from '#core/organisation'

/** Name and address of a place on one line. */
export const whereOf = ({ name, address }: Pick<Location, 'name' | 'address'>): string =>
  [name, address].filter(Boolean).join(', ')
