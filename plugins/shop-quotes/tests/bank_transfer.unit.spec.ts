import { test } from '@japa/runner'
import fc from 'fast-check'
import { qrCode } from '#core/documents'
import {
  creditorReference,
  ibanText,
  readIban,
  readReference,
  referenceText,
  transferCode,
  type Transfer,
} from '#plugins/shop-quotes/domain/bank_transfer'
import { seenIn } from '#tests/documents/seen_code'

const IBAN = 'DE89370400440532013000'
const TRANSFER: Transfer = {
  ...{ name: 'Sportello Nord', iban: IBAN, amountMinor: 38230, currency: 'EUR' },
  reference: 'RF56S2026000123',
}
const codeOf = (changes: Partial<Transfer> = {}) => {
  const made = transferCode({ ...TRANSFER, ...changes })
  return made.ok ? made.code : made.reason
}

test.group('shop-quotes | IBAN', () => {
  test('S5 spaces, dashes and small letters do not matter', ({ assert }) => {
    assert.equal(readIban(' de89 3704-0044 0532 0130 00 '), IBAN)
    assert.equal(readIban('ES91 2100 0418 4502 0005 1332'), 'ES9121000418450200051332')
    assert.equal(ibanText(IBAN), 'DE89 3704 0044 0532 0130 00')
  })

  test('a wrong digit, length or country is none', ({ assert }) => {
    for (const typed of ['DE89370400440532013001', IBAN.slice(1), 'XX89370400440532013000', '']) {
      assert.isNull(readIban(typed))
    }
  })
})

test.group('shop-quotes | Creditor reference', () => {
  test('S5 the order S-2026-000123 is paid under RF56 S202 6000 123', ({ assert }) => {
    assert.equal(creditorReference('S-2026-000123'), 'RF56S2026000123')
    assert.equal(referenceText('RF56S2026000123'), 'RF56 S202 6000 123')
    assert.equal(creditorReference('539007547034'), 'RF18539007547034')
    assert.equal(referenceText('RF185390'), 'RF18 5390')
  })

  test('S5 a reference is read as people write it', ({ assert }) => {
    assert.equal(readReference(' rf18 5390 0754 7034 '), 'RF18539007547034')
    for (const typed of [
      'RF19539007547034',
      'RF18539007547043',
      'RF18',
      '539007547034',
      '',
      'RF00A',
    ]) {
      assert.isNull(readReference(typed), typed)
    }
    assert.isNull(readReference(`RF18${'1'.repeat(22)}`))
  })

  test('of a number without letters and digits, or with too many, there is none', ({ assert }) => {
    for (const number of ['', '---', '1'.repeat(22)]) {
      assert.throws(() => creditorReference(number))
    }
    assert.equal(readReference(creditorReference('Z'.repeat(21)))?.length, 25)
  })

  test('every reference is read back, and none with one wrong digit', () => {
    const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    const letters = fc.string({ unit: fc.constantFrom(...signs), maxLength: 10 })
    const digit = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(letters, letters, digit, digit, (before, after, right, wrong) => {
        const reference = creditorReference(before + right + after)
        const other = reference.slice(0, 4) + before + wrong + after
        const readWrong = readReference(other)
        return (
          readReference(referenceText(reference)) === reference &&
          (readWrong === null || right === wrong)
        )
      }),
      { numRuns: 2000 }
    )
  })
})

test.group('shop-quotes | Transfer code', () => {
  test('S5 an order is paid by its reference', ({ assert }) => {
    const lines = ['BCD', '002', '1', 'SCT', '', 'Sportello Nord', IBAN, 'EUR382.30', '']
    assert.equal(codeOf(), [...lines, 'RF56S2026000123'].join('\n'))
  })

  test('every line has its place', ({ assert }) => {
    const all = { bic: 'BPOTBEB1', purpose: 'CHAR', note: 'Sample EPC QR code' }
    const lines = ['BCD', '002', '1', 'SCT', 'BPOTBEB1', 'Red Cross of Belgium']
    const code = codeOf({
      ...{ ...all, name: 'Red Cross of Belgium', iban: 'BE72000000001616', amountMinor: 100 },
      ...{ reference: undefined, text: 'Urgency fund' },
    })
    const rest = ['BE72000000001616', 'EUR1.00', 'CHAR', '', 'Urgency fund', 'Sample EPC QR code']
    assert.equal(code, [...lines, ...rest].join('\n'))
  })

  test('the amount has a point and two decimals, whatever its size', ({ assert }) => {
    const amounts = [1, 10, 99, 100, 123_456, 99_999_999_999].map(
      (amountMinor) => codeOf({ amountMinor }).split('\n')[7]
    )
    assert.deepEqual(amounts, [
      ...['EUR0.01', 'EUR0.10', 'EUR0.99', 'EUR1.00', 'EUR1234.56', 'EUR999999999.99'],
    ])
  })

  for (const [changes, reason] of [
    [{ currency: 'PLN' }, 'not_euro'],
    [{ amountMinor: 0 }, 'not_payable'],
    [{ amountMinor: -1 }, 'not_payable'],
    [{ amountMinor: 1.5 }, 'not_payable'],
    [{ amountMinor: 100_000_000_000 }, 'not_payable'],
    [{ iban: 'DE89 3704 0044 0532 0130 00' }, 'not_an_iban'],
    [{ iban: 'DE89370400440532013001' }, 'not_an_iban'],
    [{ bic: 'BPOT' }, 'not_a_bic'],
    [{ name: '' }, 'not_a_name'],
    [{ name: 'x'.repeat(71) }, 'not_a_name'],
    [{ name: `Mine\n${IBAN}` }, 'not_a_name'],
    [{ purpose: 'CHARS' }, 'not_a_purpose'],
    [{ reference: 'RF57S2026000123' }, 'not_a_reference'],
    [{ text: 'Order 123' }, 'reference_and_text'],
    [{ reference: '', text: 'x'.repeat(141) }, 'not_a_text'],
    [{ note: 'x'.repeat(71) }, 'not_a_text'],
    [{ note: 'a\nb' }, 'not_a_text'],
    [{ name: 'ż'.repeat(70), reference: '', text: 'ż'.repeat(140) }, 'code_too_long'],
  ] as [Partial<Transfer>, string][]) {
    test(`${JSON.stringify(changes).slice(0, 60)} is refused: ${reason}`, ({ assert }) => {
      assert.equal(codeOf(changes), reason)
    })
  }

  test('a camera reads back what was drawn, up to 331 bytes of any language', ({ assert }) => {
    const longest = { name: 'Łódź '.repeat(12).trim(), reference: '', note: 'x'.repeat(70) }
    const room = 331 - new TextEncoder().encode(codeOf({ ...longest, text: 'y' })).length
    const full = codeOf({ ...longest, text: 'y'.repeat(room + 1) })
    assert.equal(new TextEncoder().encode(full).length, 331)
    for (const code of [codeOf(), full]) assert.equal(seenIn(qrCode(code)), code)
    assert.isAtMost(qrCode(full).size, 4 * 13 + 17 + 2 * 4)
  })
})
