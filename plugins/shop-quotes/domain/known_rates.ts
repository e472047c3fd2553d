import type { TaxClass, TaxRate } from './tax_rates.js'

type Known = [taxClass: TaxClass, rateBp: number, validFrom: string]

/** The directive that names what is exempt (2006/112/EC, Art. 132) and Andorra's law (11/2012). */
const EU_EXEMPT: Known = ['exempt', 0, '2007-01-01']
const AD_EXEMPT: Known = ['exempt', 0, '2013-01-01']

/** In force in 2026, with the day since which each rate has been what it is. */
const KNOWN: Record<string, Known[]> = {
  ES: [
    ['standard', 2100, '2012-09-01'],
    ['reduced', 1000, '2012-09-01'],
    ['super_reduced', 400, '1995-01-01'],
    EU_EXEMPT,
  ],
  // The mainland; Madeira and the Azores have rates of their own.
  PT: [
    ['standard', 2300, '2011-01-01'],
    ['reduced', 1300, '2010-07-01'],
    ['second_reduced', 600, '2010-07-01'],
    EU_EXEMPT,
  ],
  FR: [
    ['standard', 2000, '2014-01-01'],
    ['reduced', 1000, '2014-01-01'],
    ['second_reduced', 550, '1982-07-01'],
    ['super_reduced', 210, '1986-07-01'],
    EU_EXEMPT,
  ],
  IT: [
    ['standard', 2200, '2013-10-01'],
    ['reduced', 1000, '1995-02-24'],
    ['second_reduced', 500, '2016-01-01'],
    ['super_reduced', 400, '1989-01-01'],
    EU_EXEMPT,
  ],
  // Lower from July to December 2020.
  DE: [['standard', 1900, '2021-01-01'], ['reduced', 700, '2021-01-01'], EU_EXEMPT],
  PL: [
    ['standard', 2300, '2011-01-01'],
    ['reduced', 800, '2011-01-01'],
    ['second_reduced', 500, '2011-01-01'],
    EU_EXEMPT,
  ],
  AD: [
    ['standard', 450, '2013-01-01'],
    ['reduced', 100, '2013-01-01'],
    ['zero', 0, '2013-01-01'],
    AD_EXEMPT,
  ],
  // 21 % from September 2020 to February 2021.
  IE: [
    ['standard', 2300, '2021-03-01'],
    ['reduced', 1350, '2003-01-01'],
    ['second_reduced', 900, '2011-07-01'],
    ['super_reduced', 480, '2005-01-01'],
    EU_EXEMPT,
  ],
}

/** The rates that a new installation begins with; operators change them. */
export const KNOWN_RATES: readonly TaxRate[] = Object.entries(KNOWN).flatMap(([country, rates]) =>
  rates.map(([taxClass, rateBp, validFrom]) => ({
    country,
    taxClass,
    rateBp,
    exemption: null,
    validFrom,
    validTo: null,
  }))
)
