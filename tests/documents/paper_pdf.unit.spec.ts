import { test } from '@japa/runner'
import { paperPdf, type Paper } from '#core/documents'
import { pdfDictionaries, pdfText } from '#tests/kit/pdf_text'

const paper = (values: Partial<Paper> = {}): Paper => ({
  kind: 'Angebot',
  number: 'Q-2026-00042',
  facts: [{ label: 'Gültig bis', text: 'Mittwoch, 9. Dezember 2026' }],
  parties: [
    { title: 'Von', lines: ['Optik Süd', 'Gasse 1'] },
    { title: 'An', lines: ['Ada Łukasiewicz', '', 'ul. Świętojańska 1'] },
  ],
  intro: 'Guten Tag\n\nwie besprochen.',
  table: {
    columns: [
      { title: 'Leistung', share: 0.6 },
      { title: 'Menge', share: 0.15, align: 'end' },
      { title: 'Betrag', share: 0.25, align: 'end' },
    ],
    rows: [{ cells: ['Gläser', '1,5', '1.234,50 €'], note: 'Rabatt 10 %' }],
  },
  totals: [
    { label: 'Netto', text: '1.037,39 €' },
    { label: 'Gesamt', text: '1.234,50 €', strong: true },
  ],
  notes: [{ title: 'Bedingungen', text: 'Zahlbar in 14 Tagen.' }],
  ...values,
})
const made = {
  title: 'Angebot Q-2026-00042',
  language: 'de-DE',
  organisation: 'Amt',
  at: 1_800_000_000_000,
  pageWords: (nth: number, of: number) => `Seite ${nth} von ${of}`,
}
const pagesIn = (bytes: Buffer) => pdfDictionaries(bytes).match(/\/Type \/Page\n/g)!.length
const manyRows = (count: number) => ({
  ...paper().table,
  rows: Array.from({ length: count }, (_, nth) => ({ cells: [`Zeile ${nth}`, '1', '1,00 €'] })),
})

test.group('A paper as PDF', () => {
  test('says everything in the order in which it is read, on one A4 page', async ({ assert }) => {
    const bytes = await paperPdf(paper(), made)
    assert.deepEqual(
      pdfText(bytes).filter((line) => line !== ''),
      [
        ...['Amt   Q-2026-00042', 'Amt', 'Angebot', 'Q-2026-00042'],
        ...['Gültig bis', 'Mittwoch, 9. Dezember 2026', 'Von', 'Optik Süd', 'Gasse 1'],
        ...['An', 'Ada Łukasiewicz', 'ul. Świętojańska 1', 'Guten Tag', 'wie besprochen.'],
        ...['Leistung', 'Menge', 'Betrag', 'Gläser', 'Rabatt 10 %', '1,5', '1.234,50 €'],
        ...['Netto', '1.037,39 €', 'Gesamt', '1.234,50 €', 'Bedingungen', 'Zahlbar in 14 Tagen.'],
      ]
    )
    assert.equal(pagesIn(bytes), 1)
    assert.match(pdfDictionaries(bytes), /\/MediaBox \[0 0 595\.28 841\.89\]/)
  })

  test('tells readers its title, its language and which cells are the head', async ({ assert }) => {
    const dictionaries = pdfDictionaries(await paperPdf(paper(), made))
    for (const entry of ['/S /H1', '/S /Table', '/S /TR', '/S /TD', '/Scope /Column']) {
      assert.include(dictionaries, entry)
    }
    assert.include(dictionaries, '/Lang (de-DE)')
    assert.lengthOf(dictionaries.match(/\/S \/TH\n/g)!, 3)
  })

  test('goes on over pages that each have the head of the table and their number', async ({
    assert,
  }) => {
    const bytes = await paperPdf(paper({ table: manyRows(70) }), made)
    const lines = pdfText(bytes)
    const count = pagesIn(bytes)
    assert.equal(count, 3)
    assert.lengthOf(
      lines.filter((line) => line === 'Leistung'),
      count
    )
    for (let nth = 1; nth <= count; nth++) {
      assert.include(lines, `Amt   Q-2026-00042   Seite ${nth} von ${count}`)
    }
    const rows = lines.filter((line) => line.startsWith('Zeile'))
    assert.deepEqual(
      rows,
      manyRows(70).rows.map(({ cells }) => cells[0])
    )
  })

  test('loses no word of texts and rows that are longer than a page', async ({ assert }) => {
    const words = Array.from({ length: 1000 }, (_, nth) => `w${nth}`)
    const long = words.join(' ')
    const rows = [{ cells: [long, '1', '1,00 €'] }, { cells: ['Ende', '2', '2,00 €'] }]
    const table = { ...paper().table, rows }
    const told = { table, intro: long, notes: [{ text: `${long} ${'x'.repeat(500)}` }] }
    const text = pdfText(await paperPdf(paper(told), made)).join(' ')
    for (const word of ['w0', 'w499', 'w999']) {
      assert.lengthOf(text.split(new RegExp(`\\b${word}\\b`)), 4, word)
    }
    assert.equal(text.match(/x+/g)!.join('').replaceAll(' ', '').length, 500)
    assert.include(text, 'Ende')
  })

  test('the same paper is the same bytes; another time is not', async ({ assert }) => {
    const first = await paperPdf(paper(), made)
    assert.isTrue(first.equals(await paperPdf(paper(), made)))
    assert.isFalse(first.equals(await paperPdf(paper(), { ...made, at: made.at + 1000 })))
  })
})
