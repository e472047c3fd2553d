import { test } from '@japa/runner'
import { bankAmount, bankDay, decimalSign } from '#plugins/shop-quotes/domain/bank_amounts'
import { bankTable, bankText } from '#plugins/shop-quotes/domain/bank_file'
import { readBankFile } from '#plugins/shop-quotes/domain/bank_lines'
import { ordersNamed } from '#plugins/shop-quotes/domain/bank_match'
import { creditorReference } from '#plugins/shop-quotes/domain/bank_transfer'

const EUR = { currency: 'EUR' }

test.group('What a bank writes', () => {
  const amounts: [string, ',' | '.' | null, number | null][] = [
    ['1.234,50', ',', 123450],
    ['1,234.50', '.', 123450],
    ['1 234,5 €', ',', 123450],
    ['1’234.50', '.', 123450],
    ['EUR 12,00', ',', 1200],
    ['+12', ',', 1200],
    ['-12,30', ',', -1230],
    ['12.30-', '.', -1230],
    ['(12.30)', '.', -1230],
    ['12,30 S', ',', -1230],
    ['12,30 H', ',', 1230],
    ['12.30 DR', '.', -1230],
    ['12.30 USD', '.', 1230],
    ['1.234', ',', 123400],
    ['1.234', '.', null],
    ['1,2,3', ',', null],
    ['12.34.56', '.', null],
    ['eleven', ',', null],
    ['', ',', null],
  ]
  for (const [text, sign, minor] of amounts) {
    test(`“${text}” with ${sign ?? 'no sign'} is ${minor}`, ({ assert }) => {
      assert.equal(bankAmount(text, sign), minor)
    })
  }

  test('the column tells what stands before the cents', ({ assert }) => {
    assert.equal(decimalSign(['1.234,50', '7', '12,00']), ',')
    assert.equal(decimalSign(['1,234.50', '-7.1', '']), '.')
    assert.isNull(decimalSign(['1.234', '12']))
  })

  const days: [string, string | null][] = [
    ['31.12.2026', '2026-12-31'],
    ['1/2/27', '2027-02-01'],
    ['2026-12-31', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['31-12-2026 10:15', '2026-12-31'],
    ['31.02.2027', null],
    ['yesterday', null],
    ['', null],
  ]
  for (const [text, day] of days) {
    test(`the day “${text}” is ${day}`, ({ assert }) => assert.equal(bankDay(text), day))
  }
})

test.group('The file of a bank', () => {
  test('German: a preamble, semicolons, Latin-1, commas, money that went out', ({ assert }) => {
    const file = [
      ...[
        'Kontoauszug;DE89370400440532013000',
        '',
        'Buchungstag;Betrag;Währung;Auftraggeber;Verwendungszweck',
      ],
      ...[
        '11.01.2027;1.050,00;EUR;Jörg Müller;"Bestellung; RF67"',
        '12.01.2027;-9,90;EUR;Bank;Gebühr',
      ],
      'heute;1,00;EUR;?;?',
    ].join('\r\n')
    const read = readBankFile(bankTable(bankText(Buffer.from(file, 'latin1'))), EUR)
    assert.deepEqual(read.columns, { day: 0, amount: 1, currency: 2, payer: 3, purpose: 4 })
    assert.deepEqual(read.lines, [
      {
        ...{ day: '2027-01-11', amountMinor: 105000, currency: 'EUR' },
        ...{ payer: 'Jörg Müller', purpose: 'Bestellung; RF67' },
      },
    ])
    assert.deepEqual([read.debits, read.unread], [1, [5]])
  })

  test('Spanish, Italian, Polish and English files name their columns too', ({ assert }) => {
    const headings = [
      'Fecha operación;Concepto;Importe;Ordenante',
      'Data contabile\tCausale\tImporto\tOrdinante',
      'Data operacji,Tytuł,Kwota,Nadawca',
      'Booking date,Description,Amount,Counterparty',
    ]
    for (const heading of headings) {
      const { columns } = readBankFile(bankTable(`${heading}\n`), EUR)
      assert.deepEqual(columns, { day: 0, purpose: 1, amount: 2, payer: 3 }, heading)
    }
  })

  test('what somebody says about the columns counts, and quotes may hold breaks', ({ assert }) => {
    const table = bankTable('a,b,c\n2027-01-11,"first\nsecond ""x""",1.50\n')
    const chosen = { day: 0, purpose: 1, amount: 2 }
    const { lines } = readBankFile(table, { chosen, currency: 'PLN' })
    const line = { day: '2027-01-11', amountMinor: 150, currency: 'PLN', payer: null }
    assert.deepEqual(lines, [{ ...line, purpose: 'first\nsecond "x"' }])
  })

  test('a file without what is needed gives no lines', ({ assert }) => {
    assert.deepEqual(readBankFile(bankTable(''), EUR).lines, [])
    assert.deepEqual(readBankFile(bankTable('Datum;Betrag\n11.01.2027;5,00'), EUR).lines, [])
  })
})

test.group('The order that a transfer names', () => {
  const reference = creditorReference('O-2027-00042')
  const cases: [string, string[]][] = [
    [reference, ['O-2027-00042']],
    [`Pago ${reference.replaceAll(/(.{4})/g, '$1 ')}gracias`, ['O-2027-00042']],
    ['order o-2027-00042', ['O-2027-00042']],
    ['O 2027 00042, O-2027-00043', ['O-2027-00042', 'O-2027-00043']],
    [`RF00${reference.slice(4)}`, []],
    ['thank you', []],
    ['O-2027-4', []],
  ]
  for (const [purpose, numbers] of cases) {
    test(`“${purpose}” names ${numbers.join(', ') || 'none'}`, ({ assert }) => {
      assert.deepEqual(ordersNamed(purpose), numbers)
    })
  }

  test('figures that follow make longer numbers possible, never a padded one', ({ assert }) => {
    assert.deepEqual(ordersNamed('O-2027-00042 11'), ['O-2027-00042'])
    const long = ['O-2027-12345', 'O-2027-123456', 'O-2027-1234567']
    assert.deepEqual(ordersNamed('O-2027-1234567'), long)
  })
})
