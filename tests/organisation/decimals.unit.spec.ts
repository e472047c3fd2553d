import { test } from '@japa/runner'
import fc from 'fast-check'
import { FORMAT_LOCALES, LOCALES } from '#app/organisation/domain/locales'
import {
  decimalInput,
  decimalsOf,
  decimalText,
  moneyText,
  readDecimal,
} from '#app/organisation/domain/decimals'

const cents = (text: string, tag: string) => {
  const read = readDecimal(text, { tag, decimals: 2 })
  return read.ok ? read.units : read.reason
}

test.group('Typed amounts', () => {
  for (const [text, tag, expected] of [
    ['1.234,50', 'de-DE', 123450],
    ['1234,5', 'de-DE', 123450],
    ['1.234', 'de-DE', 123400],
    ['12.5', 'de-DE', 1250],
    ['1,234.50', 'en-GB', 123450],
    ['12,50', 'en-GB', 1250],
    ['1 234,50', 'pl-PL', 123450],
    ['1 234,5', 'fr-FR', 123450],
    ["1'234,5", 'de-DE', 123450],
    ['12,505', 'de-DE', 'too_many_decimals'],
    ['1\u202f234,50', 'fr-FR', 123450],
    ["1'234.50", 'en-GB', 123450],
    ['-0,01', 'it-IT', -1],
    ['\u22125', 'es-ES', -500],
    ['-0', 'ca-ES', 0],
    ['0,005', 'de-DE', 'too_many_decimals'],
    ['1.234', 'fr-FR', 'not_a_number'],
    ['1,23,4', 'de-DE', 'not_a_number'],
    ['1.23.456', 'de-DE', 'not_a_number'],
    ['12 34', 'pl-PL', 'not_a_number'],
    ['1e5', 'en-GB', 'not_a_number'],
    ['0x10', 'en-GB', 'not_a_number'],
    ['', 'en-GB', 'not_a_number'],
    ['１２', 'en-GB', 'not_a_number'],
    ['9'.repeat(41), 'en-GB', 'not_a_number'],
  ] as const) {
    test(`"${text}" in ${tag} is ${expected}`, ({ assert }) => {
      assert.equal(cents(text, tag), expected)
    })
  }

  test('what is written in any language is read back to the cent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES.map((locale) => FORMAT_LOCALES[locale])),
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        (tag, units, decimals) => {
          const read = readDecimal(decimalInput(units, { tag, decimals }), { tag, decimals })
          return read.ok && read.units === units
        }
      )
    )
  })

  test('whatever is typed is read exactly or refused, and what is read has one meaning', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('de-DE', 'en-GB', 'fr-FR'),
        fc.string({ unit: fc.constantFrom(..."0123456789.,- '"), maxLength: 12 }),
        (tag, text) => {
          const read = readDecimal(text, { tag, decimals: 2 })
          if (!read.ok) return true
          const written = decimalInput(read.units, { tag, decimals: 2 })
          const again = readDecimal(written, { tag, decimals: 2 })
          return Number.isInteger(read.units) && again.ok && again.units === read.units
        }
      )
    )
  })

  test('amounts are written exactly, whatever their size', ({ assert }) => {
    assert.equal(decimalText(-5, 2), '-0.05')
    assert.equal(decimalText(9_007_199_254_740_991, 2), '90071992547409.91')
    assert.equal(moneyText(123450, 'EUR', 'de-DE'), '1.234,50\u00a0€')
    assert.equal(moneyText(123450, 'EUR', 'en-GB'), '€1,234.50')
    assert.equal(moneyText(1500, 'JPY', 'de-DE'), '1.500\u00a0¥')
    assert.deepEqual([decimalsOf('EUR'), decimalsOf('JPY')], [2, 0])
  })
})
