import { euVat, stdnum, type Validator } from 'stdnum'
import { EU, type BuyerKind, type TaxIdKind } from './tax_id_rules.js'

export type TaxIdReason =
  'wrong_length' | 'wrong_format' | 'wrong_check_digit' | 'other_country' | 'of_a_company'

type Checked = { ok: true; value: string } | { ok: false; reason: TaxIdReason }
type Given = { text: string; country: string; buyer: BuyerKind }

/**
 * A typed tax id without separators, in capitals; ids for VAT begin with their country. Length,
 * form and check digit are looked at: whether it was ever given out only its country knows.
 */
export function checkTaxId(
  kind: TaxIdKind,
  { typed, country, buyer }: { typed: string; country: string; buyer: BuyerKind }
): Checked {
  const text = typed.toUpperCase().replaceAll(/[\s./\-–_·:]/g, '')
  if (text.length < 4 || text.length > 20) return refused('wrong_length')
  return CHECKS[kind]({ text, country, buyer })
}

const by =
  (validator: Validator, prefix = '') =>
  ({ text, buyer }: Given): Checked => {
    const found = validator.validate(text)
    if (!found.isValid) return refused(REASONS[found.error.name] ?? 'wrong_format')
    if (buyer === 'person' && !found.isIndividual) return refused('of_a_company')
    return { ok: true, value: prefix + found.compact }
  }

/** Of what may stand around a number. */
const without =
  (pattern: RegExp, check: (given: Given) => Checked) =>
  (given: Given): Checked =>
    check({ ...given, text: given.text.replace(pattern, '') })

const matching =
  (pattern: RegExp) =>
  ({ text }: Given): Checked =>
    pattern.test(text) ? { ok: true, value: text } : refused('wrong_format')

const CHECKS: Record<TaxIdKind, (given: Given) => Checked> = {
  ad_nrt: by(stdnum.AD.nrt),
  ch_uid: without(/(MWST|TVA|IVA|TPV)$/, by(stdnum.CH.uid)),
  // The states have check digits of their own, and stdnum looks for those of the personal number.
  de_steuernummer: matching(/^(\d{10,11}|\d{13})$/),
  es_nif: by(stdnum.ES.nif),
  eu_vat: euVatId,
  fr_siren: (given) => by(given.text.length > 9 ? stdnum.FR.siret : stdnum.FR.siren)(given),
  gb_vat: by(stdnum.GB.vat, 'GB'),
  it_codice_fiscale: codiceFiscale,
  it_partita_iva: euVatId,
  no_orgnr: without(/^NO|MVA$/g, by(stdnum.NO.orgnr)),
  other: matching(/^[A-Z\d]+$/),
  pl_nip: by(stdnum.PL.nip),
  pt_nif: by(stdnum.PT.nif),
}

const REASONS: Record<string, TaxIdReason> = {
  InvalidLength: 'wrong_length',
  InvalidChecksum: 'wrong_check_digit',
}

/** A company's is its partita IVA; one person's business has the 16 characters of that person. */
function codiceFiscale(given: Given): Checked {
  const ofCompany = given.buyer === 'company' && given.text.length < 16
  return by(ofCompany ? stdnum.IT.iva : stdnum.IT.codicefiscale)(given)
}

function euVatId(given: Given): Checked {
  const prefix = prefixOf(given.country)
  const typed = given.text.slice(0, 2)
  // A French number may itself begin with two letters.
  const foreign = given.country !== 'FR' && typed !== prefix && EU.map(prefixOf).includes(typed)
  return foreign ? refused('other_country') : by(euVat[given.country][0], prefix)(given)
}

const prefixOf = (country: string) => (country === 'GR' ? 'EL' : country)

const refused = (reason: TaxIdReason): Checked => ({ ok: false, reason })
