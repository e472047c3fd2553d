import { test } from '@japa/runner'
import fc from 'fast-check'
import { COUNTRIES } from '#core/customers'
import {
  EU,
  taxIdsOf,
  type BuyerKind,
  type TaxIdKind,
} from '#plugins/shop-quotes/domain/tax_id_rules'
import { checkTaxId } from '#plugins/shop-quotes/domain/tax_ids'

const check = (kind: TaxIdKind, country: string, typed: string, buyer: BuyerKind = 'company') => {
  const checked = checkTaxId(kind, { country, typed, buyer })
  return checked.ok ? checked.value : checked.reason
}

type Row = [typed: string, kind: TaxIdKind, country: string, buyer: BuyerKind, kept: string]

const TYPED: Row[] = [
  // The table of docs/domain/billing.md.
  ['b-58378431', 'es_nif', 'ES', 'company', 'B58378431'],
  ['x 2482300 w', 'es_nif', 'ES', 'person', 'X2482300W'],
  ['B58378431', 'es_nif', 'ES', 'person', 'of_a_company'],
  ['00743110157', 'it_partita_iva', 'IT', 'company', 'IT00743110157'],
  ['00743110157', 'it_codice_fiscale', 'IT', 'company', '00743110157'],
  ['094259216', 'eu_vat', 'GR', 'company', 'EL094259216'],
  ['FR40303265045', 'eu_vat', 'DE', 'company', 'other_country'],
  ['44051401458', 'pl_nip', 'PL', 'company', 'wrong_length'],
  // Further ones.
  ['54362315-K', 'es_nif', 'ES', 'person', '54362315K'],
  ['54362315K', 'es_nif', 'ES', 'company', '54362315K'],
  ['ES B58378431', 'es_nif', 'ES', 'company', 'B58378431'],
  ['54362315A', 'es_nif', 'ES', 'person', 'wrong_check_digit'],
  ['501 964 843', 'pt_nif', 'PT', 'company', '501964843'],
  ['501964843', 'pt_nif', 'PT', 'person', 'of_a_company'],
  ['501964842', 'pt_nif', 'PT', 'company', 'wrong_check_digit'],
  ['552 008 443', 'fr_siren', 'FR', 'company', '552008443'],
  ['732 829 320 00074', 'fr_siren', 'FR', 'company', '73282932000074'],
  ['7328293200007', 'fr_siren', 'FR', 'company', 'wrong_length'],
  ['rssmra85t10a562s', 'it_codice_fiscale', 'IT', 'person', 'RSSMRA85T10A562S'],
  ['RSSMRA85T10A562S', 'it_codice_fiscale', 'IT', 'company', 'RSSMRA85T10A562S'],
  ['RSSMRA85T10A562T', 'it_codice_fiscale', 'IT', 'person', 'wrong_check_digit'],
  ['00743110157', 'it_codice_fiscale', 'IT', 'person', 'wrong_length'],
  ['00743110158', 'it_codice_fiscale', 'IT', 'company', 'wrong_check_digit'],
  ['181/815/08155', 'de_steuernummer', 'DE', 'company', '18181508155'],
  ['0123456789', 'de_steuernummer', 'DE', 'company', '0123456789'],
  ['181/815/0815X', 'de_steuernummer', 'DE', 'company', 'wrong_format'],
  ['DE 136 695 976', 'eu_vat', 'DE', 'company', 'DE136695976'],
  ['856-734-62-15', 'pl_nip', 'PL', 'company', '8567346215'],
  ['PL8567346215', 'pl_nip', 'PL', 'company', '8567346215'],
  ['U-132950-x', 'ad_nrt', 'AD', 'company', 'U132950X'],
  ['U132950X', 'ad_nrt', 'AD', 'person', 'of_a_company'],
  ['F123456B', 'ad_nrt', 'AD', 'person', 'F123456B'],
  ['980 7806 84', 'gb_vat', 'GB', 'company', 'GB980780684'],
  ['CHE-107.787.577 MWST', 'ch_uid', 'CH', 'company', 'CHE107787577'],
  ['CHE-107.787.578', 'ch_uid', 'CH', 'company', 'wrong_check_digit'],
  ['NO 995 525 828 MVA', 'no_orgnr', 'NO', 'company', '995525828'],
  ['12-3456789', 'other', 'US', 'company', '123456789'],
  ['12#3456789', 'other', 'US', 'company', 'wrong_format'],
  ['1', 'other', 'US', 'company', 'wrong_length'],
]

/** A VAT id of each country of the EU that is right. */
const VAT_IDS = (
  'ATU13585627 BE0403019261 BG175074752 CY10259033P CZ25123891 DE136695976 DK13585628 ' +
  'EE100931558 EL094259216 ESB58378431 FI20774740 FR40303265045 HR33392005961 HU12892312 ' +
  'IE6433435F IT00743110157 LT119511515 LU15027442 LV40003521600 MT11679112 NL004495445B01 ' +
  'PL8567346215 PT501964843 RO18547290 SE123456789701 SI50223054 SK2022749619'
).split(' ')
const countryOf = (id: string) => id.slice(0, 2).replace('EL', 'GR')

test.group('shop-quotes | Tax ids', () => {
  for (const [typed, kind, country, buyer, kept] of TYPED) {
    test(`S5 "${typed}" as ${kind} of a ${buyer} is ${kept}`, ({ assert }) => {
      assert.equal(check(kind, country, typed, buyer), kept)
    })
  }

  test('a VAT id of each member state is taken with and without its country', ({ assert }) => {
    assert.sameMembers(VAT_IDS.map(countryOf), EU)
    for (const id of VAT_IDS) {
      assert.equal(check('eu_vat', countryOf(id), id), id)
      assert.equal(check('eu_vat', countryOf(id), id.slice(2).toLowerCase()), id)
    }
  })

  test('a VAT id with one wrong digit is refused', ({ assert }) => {
    for (const id of VAT_IDS.filter((one) => !one.startsWith('NL'))) {
      const wrong = id.slice(0, -3) + ((Number(id.at(-3)) + 1) % 10) + id.slice(-2)
      assert.equal(check('eu_vat', countryOf(id), wrong), 'wrong_check_digit', id)
    }
    assert.equal(check('eu_vat', 'NL', 'NL004495446B01'), 'wrong_check_digit')
  })

  test('a VAT id of one member state is not one of another', ({ assert }) => {
    for (const id of VAT_IDS.filter((one) => !one.startsWith('DE'))) {
      assert.equal(check('eu_vat', 'DE', id), 'other_country')
    }
    assert.equal(check('eu_vat', 'FR', 'DE136695976'), 'wrong_check_digit')
  })

  test('whatever is typed is answered', () => {
    const kinds = fc.constantFrom(
      ...COUNTRIES.flatMap((country) =>
        (['person', 'company'] as const).flatMap((buyer) =>
          Object.values(taxIdsOf(country, buyer)).flatMap((rule) =>
            rule ? [[rule.kind, country, buyer] as const] : []
          )
        )
      )
    )
    const junk = fc.string({ unit: fc.constantFrom(...'ABEL019 .-/()*\u{1d7ff}é'), maxLength: 24 })
    fc.assert(
      fc.property(kinds, fc.oneof(junk, fc.string()), ([kind, country, buyer], typed) => {
        return typeof check(kind, country, typed, buyer) === 'string'
      }),
      { numRuns: 2000 }
    )
  })
})

test.group('shop-quotes | Which tax ids are asked', () => {
  const asked = (country: string, buyer: BuyerKind) =>
    Object.entries(taxIdsOf(country, buyer)).flatMap(([field, rule]) =>
      rule ? [`${field} ${rule.kind} ${rule.need}`] : []
    )

  for (const [country, ofPerson, ofCompany] of [
    ['ES', ['taxId es_nif required'], ['taxId es_nif required']],
    ['PT', ['taxId pt_nif optional'], ['taxId pt_nif required']],
    ['FR', [], ['taxId fr_siren required', 'vatId eu_vat optional']],
    [
      'IT',
      ['taxId it_codice_fiscale required'],
      ['taxId it_codice_fiscale either', 'vatId it_partita_iva either'],
    ],
    ['DE', [], ['taxId de_steuernummer optional', 'vatId eu_vat optional']],
    ['PL', [], ['taxId pl_nip required']],
    ['AD', ['taxId ad_nrt optional'], ['taxId ad_nrt required']],
    ['IE', [], ['vatId eu_vat optional']],
    ['AT', [], ['vatId eu_vat optional']],
    ['GB', [], ['vatId gb_vat optional']],
    ['CH', [], ['taxId ch_uid optional']],
    ['NO', [], ['taxId no_orgnr optional']],
    ['US', [], ['taxId other optional']],
  ] as const) {
    test(`S5 those of ${country}`, ({ assert }) => {
      assert.deepEqual(
        [asked(country, 'person'), asked(country, 'company')],
        [[...ofPerson], [...ofCompany]]
      )
    })
  }
})
