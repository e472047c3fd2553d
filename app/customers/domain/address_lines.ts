/** What one person may keep. */
export const MOST_ADDRESSES = 20

export type AddressLines = {
  recipient: string
  street: string
  addition: string | null
  postalCode: string
  city: string
  country: string
}

/** Where the town stands before the postal code. */
const TOWN_FIRST = new Set(['AU', 'CA', 'GB', 'IE', 'NZ', 'US'])

/** An address as it is written on a letter, one line each. @param country its name in words */
export function addressLines(address: Readonly<AddressLines>, country: string): string[] {
  const { recipient, street, addition, postalCode, city } = address
  const town = TOWN_FIRST.has(address.country) ? `${city} ${postalCode}` : `${postalCode} ${city}`
  return [recipient, street, addition, town, country].filter((line) => line !== null)
}
