import { test } from '@japa/runner'
import { ticketPdf, ticketsPdf, type Ticket } from '#core/documents'
import { pdfDictionaries, pdfText } from '#tests/kit/pdf_text'

/** One sentence with every letter of each language that we speak. */
const LETTERS = {
  es: 'El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia: ¿añoraba a su ÁÉÍÓÚÑ?',
  pt: 'À noite, vovô Kowalsky vê o ímã cair no pé do pinguim queixoso: ÃÕÇ, maçãs e açúcar',
  en: 'The quick brown fox jumps over the lazy dog’s café – “no”, said she',
  fr: 'Dès Noël où un zéphyr haï me vêt de glaçons würmiens, je dîne d’exquis bœufs à l’aÿ',
  it: 'Pranzo d’acqua fa volti sghembi: perché, città, così, più, però',
  ca: 'Jove xef, porti whisky amb quinze glaçons d’hidrogen, col·legi paraŀlel ÀÇÈÉÍÏÒÓÚÜ',
  de: 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich ÄÖÜẞß',
  pl: 'Zażółć gęślą jaźń, pchnąć w tę łódź jeża lub ośm skrzyń fig ĄĆĘŁŃÓŚŹŻ',
}

const ticket = (values: Partial<Ticket> = {}): Ticket => ({
  number: 'AA042',
  numberLabel: 'Numer',
  title: 'Badanie wzroku',
  lines: [{ label: 'Adres', text: 'ul. Świętojańska 1' }],
  state: 'Potwierdzono',
  note: 'Proszę przynieść okulary.',
  code: { text: 'https://desk.example.org/booking/manage/abc', words: 'Kod w telefonie' },
  ...values,
})
const made = {
  title: 'Wizyta AA042',
  language: 'pl-PL',
  organisation: 'Urząd',
  at: 1_800_000_000_000,
}
const words = (lines: string[]) => lines.join(' ').replaceAll(/\s+/g, ' ').trim()
const pageOf = (bytes: Buffer) =>
  /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdfDictionaries(bytes))!.slice(1).map(Number)

test.group('A ticket as PDF', () => {
  test('says what the ticket says, in its order, on both papers')
    .with(['a4', 'roll'] as const)
    .run(async ({ assert }, paper) => {
      const text = words(pdfText(await ticketPdf(ticket(), made, paper)))
      const said = ['Urząd', 'Numer', 'AA042', 'Potwierdzono', 'Badanie wzroku', 'Adres']
      const at = said.map((word) => text.indexOf(word))
      assert.notInclude(at, -1, text)
      assert.deepEqual(
        at,
        [...at].sort((a, b) => a - b)
      )
      assert.include(text, 'Proszę przynieść okulary.')
      assert.include(text, 'Kod w telefonie')
    })

  test('has every letter of the eight languages, however the lines break', async ({ assert }) => {
    for (const [language, sentence] of Object.entries(LETTERS)) {
      for (const paper of ['a4', 'roll'] as const) {
        const bytes = await ticketPdf(ticket({ title: sentence, note: sentence }), made, paper)
        const text = words(pdfText(bytes))
        assert.lengthOf(text.split(sentence.replaceAll('ŀ', 'l·')), 3, `${language}: ${text}`)
      }
    }
  })

  test('the same ticket is the same bytes; another time is not', async ({ assert }) => {
    const [first, second] = [await ticketPdf(ticket(), made), await ticketPdf(ticket(), made)]
    assert.isTrue(first.equals(second))
    const later = await ticketPdf(ticket(), { ...made, at: made.at + 1000 })
    assert.isFalse(first.equals(later))
  })

  test('tells readers its title, its language, its parts and what the code is', async ({
    assert,
  }) => {
    const bytes = await ticketPdf(ticket({ code: { text: 'x', words: 'Code' } }), made)
    const dictionaries = pdfDictionaries(bytes)
    for (const entry of [
      '/Lang (pl-PL)',
      '/DisplayDocTitle true',
      '/StructTreeRoot',
      '/Marked true',
      '/S /H1',
      '/S /Figure',
      '/Alt (Code)',
      '(Wizyta AA042)',
    ]) {
      assert.include(dictionaries, entry)
    }
    assert.include(bytes.toString('latin1'), '<pdfuaid:part>1</pdfuaid:part>')
  })

  test('words full of signs stay words', async ({ assert }) => {
    const hostile = '<script>&amp;</rdf:li>(\\) %PDF endobj stream'
    const bytes = await ticketPdf(ticket({ title: hostile, note: hostile, code: null }), {
      ...made,
      title: hostile,
      organisation: hostile,
    })
    assert.lengthOf(words(pdfText(bytes)).split(hostile), 4)
    assert.notInclude(bytes.toString('latin1'), '<script>')
  })

  test('A4 stays one sheet; the roll is 80 mm wide and as long as its words', async ({
    assert,
  }) => {
    const long = ticket({
      title: 'Donaudampfschifffahrtsgesellschaft '.repeat(6),
      number: '10:30–11:30',
    })
    const sheets = [await ticketPdf(ticket(), made), await ticketPdf(long, made)]
    assert.deepEqual(sheets.map(pageOf), [
      [595.28, 841.89],
      [595.28, 841.89],
    ])
    assert.lengthOf(pdfDictionaries(sheets[1]).match(/\/Type \/Page\n/g)!, 1)
    const rolls = [await ticketPdf(ticket(), made, 'roll'), await ticketPdf(long, made, 'roll')]
    assert.deepEqual(
      rolls.map((roll) => pageOf(roll)[0]),
      [226.77, 226.77]
    )
    assert.isAbove(pageOf(rolls[1])[1], pageOf(rolls[0])[1])
    assert.isBelow(pageOf(rolls[0])[1], 600)
  })

  test('without code and note nothing stands in their place', async ({ assert }) => {
    const bytes = await ticketPdf(ticket({ code: null, note: null }), made)
    assert.notInclude(pdfDictionaries(bytes), '/S /Figure')
  })
})

test.group('Tickets as one PDF', () => {
  const about = { title: 'Bilety', language: 'es-ES', at: made.at }

  /** So many, in Polish and German by turns. */
  async function* issued(count: number) {
    for (let nth = 1; nth <= count; nth++) {
      const language = nth % 2 ? 'pl-PL' : 'de-DE'
      yield { ticket: ticket({ number: `AA${nth}` }), made: { ...made, language } }
    }
  }

  const written = async (count: number, one?: typeof about) =>
    Buffer.concat(await ticketsPdf(issued(count), one).toArray())

  test('have a page each in their order and language, under a title of their own', async ({
    assert,
  }) => {
    const bytes = await written(3, about)
    const dictionaries = pdfDictionaries(bytes)
    assert.lengthOf(dictionaries.match(/\/Type \/Page\n/g)!, 3)
    assert.match(words(pdfText(bytes)), /AA1 .*AA2 .*AA3 /)
    assert.deepEqual(
      [...dictionaries.matchAll(/\/Lang \((.*?)\)/g)].map(([, language]) => language),
      ['pl-PL', 'de-DE', 'pl-PL', 'es-ES']
    )
    assert.include(dictionaries, '(Bilety)')
    assert.isTrue(bytes.equals(await written(3, about)))
  })

  test('a single one speaks for itself', async ({ assert }) => {
    const dictionaries = pdfDictionaries(await written(1))
    assert.include(dictionaries, '(Wizyta AA042)')
    assert.lengthOf(dictionaries.match(/\/Lang \(pl-PL\)/g)!, 2)
  })

  test('are written while they are asked for, with their fonts once', async ({ assert }) => {
    let askedFor = 0
    async function* counted() {
      for await (const one of issued(40)) {
        askedFor++
        yield one
      }
    }
    const pieces = ticketsPdf(counted(), about)[Symbol.asyncIterator]()
    await pieces.next()
    await pieces.next()
    assert.isBelow(askedFor, 8)
    await pieces.return!()
    assert.isBelow(askedFor, 8, 'who goes away stops the work')
    const [one, many] = [await written(1), await written(21, about)]
    assert.isBelow((many.length - one.length) / 20, one.length / 2)
  })
})
