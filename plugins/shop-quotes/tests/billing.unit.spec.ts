import { test } from '@japa/runner'
import fc from 'fast-check'
import { COUNTRIES } from '#core/customers'
import { checkBilling, fieldsOf, type BillingInput } from '#plugins/shop-quotes/domain/billing'
import { billingNumbers } from '#plugins/shop-quotes/presenters/billing_lines'
import { needsPostalCode, postalCodeOf } from '#plugins/shop-quotes/domain/postal_codes'

const NOTHING = {
  ...{ firstName: null, lastName: null, companyName: null, region: null },
  ...{ taxId: null, vatId: null, pec: null },
}
const PERSON: BillingInput = {
  ...{ kind: 'person', firstName: 'Ana', lastName: 'García', street: 'Calle Mayor 1' },
  ...{ postalCode: '28013', city: 'Madrid', country: 'ES', taxId: '54362315K' },
}
const COMPANY: BillingInput = {
  ...{ kind: 'company', companyName: 'Officine Rossi S.r.l.', street: 'Via Dante 3' },
  ...{ postalCode: '20121', city: 'Milano', region: 'MI', country: 'IT' },
  ...{ vatId: '00743110157', sdiCode: 'abc1234' },
}

const keptOf = (input: BillingInput) => {
  const checked = checkBilling(input)
  return checked.ok ? checked.billing : null
}
const reasonsOf = (input: BillingInput) => {
  const checked = checkBilling(input)
  return checked.ok ? {} : checked.reasons
}

test.group('shop-quotes | Billing', () => {
  test('a code of the Italian exchange stands on papers of Italian companies only', ({
    assert,
  }) => {
    const shown = [PERSON, COMPANY].map((input) => billingNumbers(keptOf(input)!))
    assert.deepEqual(
      shown.map((numbers) => numbers.map(({ field, text }) => `${field} ${text}`)),
      [['taxId 54362315K'], ['vatId IT00743110157', 'sdiCode ABC1234']]
    )
  })

  test('S5 a person is kept as printed on the order', ({ assert }) => {
    assert.deepEqual(keptOf({ ...PERSON, firstName: '  Ana\u00a0 María ', taxId: '54362315-k' }), {
      ...NOTHING,
      ...{ kind: 'person', firstName: 'Ana María', lastName: 'García', street: 'Calle Mayor 1' },
      ...{ postalCode: '28013', city: 'Madrid', country: 'ES', taxId: '54362315K' },
      sdiCode: 'XXXXXXX',
    })
  })

  test('S5 a company is kept as printed on the order', ({ assert }) => {
    assert.deepEqual(keptOf({ ...COMPANY, country: 'it', region: 'mi' }), {
      ...NOTHING,
      ...{ kind: 'company', companyName: 'Officine Rossi S.r.l.', street: 'Via Dante 3' },
      ...{ postalCode: '20121', city: 'Milano', region: 'MI', country: 'IT' },
      ...{ vatId: 'IT00743110157', sdiCode: 'ABC1234' },
    })
  })

  test('what is not asked is not kept, even if it is sent', ({ assert }) => {
    const sent = { ...PERSON, companyName: 'X', vatId: 'ES54362315K', sdiCode: 'ABC1234', pec: 'x' }
    assert.deepEqual(keptOf(sent), keptOf(PERSON))
    const polish = { ...PERSON, country: 'PL', postalCode: '00-001', taxId: '44051401458' }
    assert.isNull(keptOf(polish)?.taxId)
    const irish = { ...PERSON, country: 'IE', postalCode: '', taxId: '6433435F' }
    assert.isNull(keptOf(irish)?.taxId)
  })

  test('each required field that is blank is named', ({ assert }) => {
    assert.deepEqual(reasonsOf({ kind: 'person', country: 'IT', firstName: ' ' }), {
      ...{ firstName: 'missing', lastName: 'missing', street: 'missing', postalCode: 'missing' },
      ...{ city: 'missing', region: 'missing', taxId: 'missing' },
    })
    assert.deepEqual(reasonsOf({ kind: 'company', country: 'IT' }), {
      ...{ companyName: 'missing', street: 'missing', postalCode: 'missing', city: 'missing' },
      ...{ region: 'missing', vatId: 'one_of_two', sdiCode: 'one_of_two' },
    })
  })

  test('each wrong field says why', ({ assert }) => {
    const wrong = { ...COMPANY, postalCode: '2012', region: 'Milano', vatId: '00743110158' }
    assert.deepEqual(reasonsOf({ ...wrong, street: 'x'.repeat(201), city: 'a\0b' }), {
      ...{ street: 'too_long', postalCode: 'not_a_postal_code', city: 'malformed' },
      ...{ region: 'not_a_province', vatId: 'wrong_check_digit' },
    })
    assert.deepEqual(reasonsOf({ ...PERSON, taxId: 'B58378431' }), { taxId: 'of_a_company' })
    assert.deepEqual(reasonsOf({ ...PERSON, taxId: '1'.repeat(41) }), { taxId: 'too_long' })
  })

  test('a country is one that there is', ({ assert }) => {
    assert.deepEqual(reasonsOf({ ...PERSON, country: 'XX' }), { country: 'unknown_country' })
    assert.deepEqual(reasonsOf({ ...PERSON, country: null }), { country: 'missing' })
  })

  test('an Italian association gives its codice fiscale alone', ({ assert }) => {
    const association = { ...COMPANY, vatId: '', taxId: '80023730825' }
    assert.deepInclude(keptOf(association), { vatId: null, taxId: '80023730825' })
  })

  test('a region is optional where we do not know it to be needed', ({ assert }) => {
    assert.isNull(keptOf(PERSON)?.region)
    assert.equal(
      keptOf({ ...PERSON, region: ' Comunidad de  Madrid ' })?.region,
      'Comunidad de Madrid'
    )
    assert.isNull(keptOf({ ...PERSON, country: 'DE', region: 'Bayern' })?.region)
  })

  test('the fields of a form come in their order', ({ assert }) => {
    assert.deepEqual(Object.entries(fieldsOf('IT', 'company')), [
      ['companyName', 'required'],
      ['country', 'required'],
      ['street', 'required'],
      ['postalCode', 'required'],
      ['city', 'required'],
      ['region', 'required'],
      ['vatId', 'either'],
      ['taxId', 'either'],
      ['sdiCode', 'either'],
      ['pec', 'either'],
    ])
    assert.deepEqual(Object.keys(fieldsOf('DE', 'person')), [
      ...['firstName', 'lastName', 'country', 'street', 'postalCode', 'city'],
    ])
  })

  test('whatever is sent is answered, and what is kept is kept again as it is', () => {
    const text = fc.option(
      fc.oneof(
        fc.string({ maxLength: 30 }),
        fc.constantFrom('28013', 'MI', 'B58378431', '00743110157')
      ),
      { nil: null }
    )
    const input: fc.Arbitrary<BillingInput> = fc.record({
      kind: fc.constantFrom('person' as const, 'company' as const),
      country: fc.oneof(fc.constantFrom('ES', 'IT', 'DE', 'AT'), fc.constantFrom(...COUNTRIES)),
      ...{ firstName: text, lastName: text, companyName: text, street: text, postalCode: text },
      ...{ city: text, region: text, taxId: text, vatId: text, sdiCode: text, pec: text },
    })
    fc.assert(
      fc.property(input, (sent) => {
        const kept = keptOf(sent)
        return kept === null || JSON.stringify(keptOf(kept)) === JSON.stringify(kept)
      }),
      { numRuns: 2000 }
    )
  })
})

test.group('shop-quotes | Postal codes', () => {
  for (const [country, typed, kept] of [
    ['ES', ' 28013 ', '28013'],
    ['ES', '53001', null],
    ['PT', '1000001', '1000-001'],
    ['PT', '1000-001', '1000-001'],
    ['PT', '1000', null],
    ['FR', '75 001', '75001'],
    ['IT', '20121', '20121'],
    ['DE', '70173', '70173'],
    ['DE', '7017', null],
    ['PL', '00001', '00-001'],
    ['AD', 'ad500', 'AD500'],
    ['AD', '700', 'AD700'],
    ['AD', 'AD800', null],
    ['IE', 'd02af30', 'D02 AF30'],
    ['IE', 'D6W XY00', 'D6W XY00'],
    ['IE', 'D02 AF3', null],
    ['GB', 'sw1a 1aa', 'SW1A 1AA'],
    ['US', '94105-1804', '94105-1804'],
    ['US', '<b>', null],
  ] as const) {
    test(`"${typed}" of ${country} is ${kept ?? 'refused'}`, ({ assert }) => {
      assert.equal(postalCodeOf(country, typed), kept)
    })
  }

  test('they are needed where we know their form, but not in Ireland', ({ assert }) => {
    const needed = COUNTRIES.filter(needsPostalCode)
    assert.deepEqual(needed, ['AD', 'DE', 'ES', 'FR', 'IT', 'PL', 'PT'])
  })
})
