/** Who is billed. Whoever is self-employed and is billed as such is a company here. */
export type BuyerKind = 'person' | 'company'

export type TaxIdKind =
  | 'ad_nrt'
  | 'ch_uid'
  | 'de_steuernummer'
  | 'es_nif'
  | 'eu_vat'
  | 'fr_siren'
  | 'gb_vat'
  | 'it_codice_fiscale'
  | 'it_partita_iva'
  | 'no_orgnr'
  | 'other'
  | 'pl_nip'
  | 'pt_nif'

/** `either`: of two such fields at least one. */
export type Need = 'required' | 'optional' | 'either'

export type TaxIdRule = { readonly kind: TaxIdKind; readonly need: Need }

/** What is asked: an id of the country, an id for VAT; null where it is not asked. */
export type TaxIdRules = { readonly taxId: TaxIdRule | null; readonly vatId: TaxIdRule | null }

/** Member states, by ISO 3166-1. */
export const EU =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

const required = (kind: TaxIdKind): TaxIdRule => ({ kind, need: 'required' })
const optional = (kind: TaxIdKind): TaxIdRule => ({ kind, need: 'optional' })
const either = (kind: TaxIdKind): TaxIdRule => ({ kind, need: 'either' })
const NOTHING: TaxIdRules = { taxId: null, vatId: null }

// A Pole is never asked for the PESEL, nor an Irish person for the PPS number: neither is ours to know.
const OF_PERSONS: Record<string, TaxIdRules> = {
  AD: { taxId: optional('ad_nrt'), vatId: null },
  ES: { taxId: required('es_nif'), vatId: null },
  IT: { taxId: required('it_codice_fiscale'), vatId: null },
  PT: { taxId: optional('pt_nif'), vatId: null },
}

const OF_COMPANIES: Record<string, TaxIdRules> = {
  AD: { taxId: required('ad_nrt'), vatId: null },
  CH: { taxId: optional('ch_uid'), vatId: null },
  DE: { taxId: optional('de_steuernummer'), vatId: optional('eu_vat') },
  ES: { taxId: required('es_nif'), vatId: null },
  FR: { taxId: required('fr_siren'), vatId: optional('eu_vat') },
  GB: { taxId: null, vatId: optional('gb_vat') },
  // An association may have no partita IVA, and then a codice fiscale of 11 digits.
  IT: { taxId: either('it_codice_fiscale'), vatId: either('it_partita_iva') },
  NO: { taxId: optional('no_orgnr'), vatId: null },
  PL: { taxId: required('pl_nip'), vatId: null },
  PT: { taxId: required('pt_nif'), vatId: null },
}

/** Which tax ids a country asks of a person or a company; docs/domain/billing.md. */
export function taxIdsOf(country: string, buyer: BuyerKind): TaxIdRules {
  if (buyer === 'person') return OF_PERSONS[country] ?? NOTHING
  if (country in OF_COMPANIES) return OF_COMPANIES[country]
  return EU.includes(country)
    ? { taxId: null, vatId: optional('eu_vat') }
    : { taxId: optional('other'), vatId: null }
}
