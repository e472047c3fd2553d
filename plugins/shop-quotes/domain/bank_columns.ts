/** What is read of a bank's file; the rest of its columns is left alone. */
export const BANK_COLUMNS = ['day', 'amount', 'currency', 'payer', 'purpose'] as const
export type BankColumn = (typeof BANK_COLUMNS)[number]

/** Without these nothing can be read. */
export const NEEDED_COLUMNS = ['day', 'amount', 'purpose'] as const satisfies BankColumn[]

/** Which column holds what, counted from 0. */
export type BankColumns = Partial<Record<BankColumn, number>>

/** How banks call them, in the languages of the house; the first word that fits wins. */
const WORDS: Record<BankColumn, readonly string[]> = {
  day: [
    ...['buchungstag', 'buchungsdatum', 'booking date', 'fecha operacion', 'fecha contable'],
    ...['data contabile', 'data operazione', 'data operacio', 'date operation', 'data mov'],
    ...['data ksiegowania', 'data operacji', 'valuta', 'value date', 'valor', 'valeur'],
    ...['fecha', 'datum', 'data', 'date'],
  ],
  amount: [
    ...['betrag', 'amount', 'importe', 'importo', 'import', 'montant', 'montante', 'kwota'],
    ...['abono', 'haber', 'credito', 'credit', 'avere', 'accrediti', 'umsatz'],
  ],
  currency: [
    'wahrung',
    'currency',
    'divisa',
    'moneda',
    'devise',
    'valuta conto',
    'waluta',
    'moeda',
  ],
  payer: [
    ...['auftraggeber', 'zahlungspflichtiger', 'beguenstigter', 'payer', 'counterparty', 'name'],
    ...['ordenante', 'remitente', 'ordinante', 'emetteur', 'donneur', 'nadawca', 'kontrahent'],
    ...['ordenant', 'ordenador'],
  ],
  purpose: [
    ...['verwendungszweck', 'purpose', 'reference', 'remittance', 'details', 'description'],
    ...['concepto', 'concepte', 'descripcion', 'observaciones', 'causale', 'descrizione'],
    ...['libelle', 'motif', 'communication', 'descricao', 'descritivo', 'tytul', 'opis'],
  ],
}

/** Letters only, without accents: `Verwendungszweck/Überweisung` → `verwendungszweck uberweisung`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()

/** The row that names the columns, after what a bank writes above it; null when none does. */
export function headingAt(table: readonly (readonly string[])[]): number | null {
  const at = table.slice(0, 30).findIndex((row) => {
    const { day, amount } = guessColumns(row)
    return day !== undefined && amount !== undefined
  })
  return at === -1 ? null : at
}

/** Which column holds what, by its heading; each column is taken once. */
export function guessColumns(heading: readonly string[]): BankColumns {
  const names = heading.map(plain)
  const columns: BankColumns = {}
  for (const column of BANK_COLUMNS) {
    const taken = new Set(Object.values(columns))
    const free = (name: string, at: number, word: string) =>
      !taken.has(at) && (name === word || name.startsWith(`${word} `) || name.includes(` ${word}`))
    const word = WORDS[column].find((one) => names.some((name, at) => free(name, at, one)))
    if (word) columns[column] = names.findIndex((name, at) => free(name, at, word))
  }
  return columns
}
