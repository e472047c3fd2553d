import { bankAmount, bankDay, decimalSign } from '#plugins/shop-quotes/domain/bank_amounts'
import {
  guessColumns,
  headingAt,
  NEEDED_COLUMNS,
  type BankColumn,
  type BankColumns,
} from '#plugins/shop-quotes/domain/bank_columns'

/** Money that came in. */
export type ParsedLine = {
  readonly day: string
  readonly amountMinor: number
  readonly currency: string
  readonly payer: string | null
  readonly purpose: string
}

export type BankFile = {
  /** Names of its columns, or the first row where nothing names them. */
  heading: string[]
  columns: BankColumns
  lines: ParsedLine[]
  /** Rows with a day and an amount that is no money that came: fees, payments of ours. */
  debits: number
  /** Numbers of the rows that could not be read, the first row of the file being 1. */
  unread: number[]
}

type Known = {
  /** What somebody said about the columns, in place of what was guessed. */
  chosen?: BankColumns
  /** Of a file that names none. */
  currency: string
}

const LONGEST = 1000

/** What a bank's file says, and which of its columns were read as what. */
export function readBankFile(table: readonly string[][], { chosen, currency }: Known): BankFile {
  const top = headingAt(table)
  const heading = [...(table[top ?? 0] ?? [])]
  const columns = chosen ?? guessColumns(heading)
  const file: BankFile = { heading, columns, lines: [], debits: 0, unread: [] }
  if (missingColumns(columns).length > 0) return file
  const first = top === null ? 0 : top + 1
  const rows = table.slice(first)
  const sign = decimalSign(rows.map((row) => row[columns.amount!] ?? ''))
  for (const [nth, row] of rows.entries()) {
    const at = (column: BankColumn) => row[columns[column] ?? -1] ?? ''
    const day = bankDay(at('day'))
    const amountMinor = at('amount') === '' ? 0 : bankAmount(at('amount'), sign)
    if (!day || amountMinor === null) file.unread.push(first + nth + 1)
    else if (amountMinor <= 0) file.debits += 1
    else file.lines.push({ day, amountMinor, ...wordsOf(at, currency) })
  }
  return file
}

export const missingColumns = (columns: BankColumns): BankColumn[] =>
  NEEDED_COLUMNS.filter((column) => columns[column] === undefined)

function wordsOf(at: (column: BankColumn) => string, currency: string) {
  const named = at('currency').toUpperCase()
  return {
    currency: /^[A-Z]{3}$/.test(named) ? named : currency,
    payer: at('payer').slice(0, LONGEST) || null,
    purpose: at('purpose').slice(0, LONGEST),
  }
}
