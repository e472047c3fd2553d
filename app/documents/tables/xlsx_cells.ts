import type { TableCell } from '#app/documents/tables/table'

const DAY = 86_400_000
/** Days from Excel's day 0 to the epoch. */
const EPOCH = 25_569
const LONGEST = 32_767

/** Styles of `xlsx_parts`. */
const HEAD = 1
const DAY_AND_TIME = 2
const DAY_ALONE = 3
/** That of figures without decimals; those with one, two and more follow. */
const FIGURE = 4
export const MOST_DECIMALS = 4

/** A row of a sheet. Texts stand in it as texts, so none of them is ever read as a formula. */
export function sheetRow(
  cells: readonly TableCell[],
  { at, isHead }: { at: number; isHead: boolean }
): string {
  const written = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${at}`, isHead))
  return `<row r="${at}">${written.join('')}</row>`
}

function cellXml(cell: TableCell, at: string, isHead: boolean): string {
  if (cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'object' && 'figure' in cell) return figureXml(cell.figure, at)
  if (typeof cell === 'object') {
    const style = cell.wall.length > 10 ? DAY_AND_TIME : DAY_ALONE
    return `<c r="${at}" s="${style}"><v>${serial(cell.wall)}</v></c>`
  }
  const style = isHead ? ` s="${HEAD}"` : ''
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

function figureXml(figure: `${number}`, at: string): string {
  const { length } = figure.split('.')[1] ?? ''
  return `<c r="${at}" s="${FIGURE + Math.min(length, MOST_DECIMALS)}"><v>${figure}</v></c>`
}

/** `2026-11-24 09:30` as Excel counts: days since 1900, in whatever zone one looks. */
const serial = (wall: string): number =>
  Date.parse(`${wall.slice(0, 10)}T${wall.slice(11) || '00:00'}Z`) / DAY + EPOCH

/** 0 → A, 25 → Z, 26 → AA */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML knows no other control characters, and no half of a pair. */
export const escaped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>]/g, (sign) => SIGNS[sign])
