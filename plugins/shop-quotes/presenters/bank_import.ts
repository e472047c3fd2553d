import db from '@adonisjs/lucid/services/db'
import type { Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { BANK_COLUMNS, type BankColumns } from '#plugins/shop-quotes/domain/bank_columns'
import {
  missingColumns,
  type BankFile,
  type ParsedLine,
} from '#plugins/shop-quotes/domain/bank_lines'
import { arrivalOf } from '#plugins/shop-quotes/domain/arrival'
import type { Order } from '#plugins/shop-quotes/models/order'
import { digestsOf, knownDigests } from '#plugins/shop-quotes/queries/known_bank_lines'
import { ordersOfPurposes } from '#plugins/shop-quotes/queries/orders_to_match'

/** So many lines of a file are shown before it is taken; all are counted. */
const SHOWN = 200
const MOST_LINES = 3000

type Looked = { text?: string; file?: BankFile; problem?: string | null }

/** The key of what keeps a file from being taken. */
export function importProblem(text: string | null, file: BankFile): string | null {
  if (text === null || file.lines.length > MOST_LINES) return 'too_large'
  if (file.heading.length === 0) return 'empty'
  if (missingColumns(file.columns).length > 0) return 'columns'
  return file.lines.length === 0 ? 'no_money' : null
}

/** What somebody chose; nothing chosen is guessed. */
export function toldColumns(
  columns: Partial<Record<keyof BankColumns, number | null>> | undefined
): BankColumns | undefined {
  if (!columns) return undefined
  const told = Object.entries(columns).filter(([, at]) => at !== null && at !== undefined)
  return Object.fromEntries(told) as BankColumns
}

/** The page that takes a file, and then says what it would do. */
export async function presentBankImport({ text = '', file, problem }: Looked, viewer: Viewer) {
  const { t } = viewer
  const words = (key: string) => t(`shop-quotes.bank_import.${key}`)
  const hasFile = file !== undefined && file.heading.length > 0
  return {
    text,
    problem: problem ? words(`problems.${problem}`) : null,
    action: urlFor('shop-quotes.bank_imports.store'),
    again: urlFor('shop-quotes.bank_imports.create'),
    back: { label: t('shop-quotes.admin.bank_lines.title'), href: listHref() },
    columns: hasFile ? columnFields(file, viewer) : null,
    preview: hasFile && !problem ? await previewOf(file, viewer) : null,
  }
}

const listHref = () => urlFor('shop-quotes.bank_lines.index')

function columnFields({ heading, columns }: BankFile, { t }: Viewer) {
  const named = heading.map((name, at) => ({ value: String(at), label: name || String(at + 1) }))
  return BANK_COLUMNS.map((column) => ({
    name: `columns[${column}]`,
    id: `columns_${column}`,
    label: t(`shop-quotes.bank_import.columns.${column}`),
    options: [{ value: '', label: '–' }, ...named],
    value: String(columns[column] ?? ''),
  }))
}

async function previewOf(file: BankFile, viewer: Viewer) {
  const { t } = viewer
  const { lines, debits, unread } = file
  const digests = digestsOf(lines)
  const known = await knownDigests(digests)
  const orders = await ordersOfPurposes(
    db.connection(),
    lines.map(({ purpose }) => purpose)
  )
  const effects = lines.map((line, nth) =>
    known.has(digests[nth]) ? 'known' : effectOf(line, orders[nth])
  )
  const count = (effect: string) => effects.filter((one) => one === effect).length
  const pays = count('pays')
  const left = lines.length - pays - count('known')
  return {
    summary: t('shop-quotes.bank_import.summary', { pays, left, known: count('known'), debits }),
    unread:
      unread.length > 0
        ? t('shop-quotes.bank_import.unread', { rows: unread.slice(0, 20).join(', ') })
        : null,
    heading: ['day', 'payer', 'purpose', 'amount', 'effect'].map((name) => ({
      label: t(`shop-quotes.bank_import.columns.${name}`),
      ...(name === 'amount' ? { align: 'end' } : {}),
    })),
    rows: lines.slice(0, SHOWN).map((line, nth) => ({
      cells: cellsOf(line, { effect: effects[nth], order: orders[nth] }, viewer),
    })),
  }
}

function effectOf(line: ParsedLine, order: Order | null): string {
  return order ? (arrivalOf(order, line).leaves ?? 'pays') : 'unmatched'
}

type Seen = { effect: string; order: Order | null }

function cellsOf(line: ParsedLine, { effect, order }: Seen, { t, formats }: Viewer) {
  const { dayShortDate, money } = formats()
  const state = effect === 'pays' ? 'done' : effect === 'known' ? 'ended' : 'waiting'
  const label = t(`shop-quotes.bank_import.effects.${effect}`)
  return [
    dayShortDate(line.day),
    line.payer ?? '',
    line.purpose,
    money(line.amountMinor, line.currency),
    { badge: { state, label }, note: order?.number },
  ]
}
