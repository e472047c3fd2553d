import { decimalInput, decimalsOf } from '#core/organisation'
import { MOST_LINES } from '#plugins/shop-quotes/domain/draft'
import type { OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'

/** What stands in a line of the editor, unchecked. */
export type TypedLine = {
  service: string
  wish: string
  description: string
  quantity: string
  price: string
  basis: string
  discount: string
  tax: string
  optional: string
}

/** What stands in the editor, unchecked: nothing of it is lost while it is written. */
export type TypedDraft = {
  /** Version of the draft that was read. */
  seen: string
  intro: string
  conditions: string
  last_day: string
  whole_discount: string
  lines: TypedLine[]
}

export const EMPTY_LINE: TypedLine = {
  ...{ service: '', wish: '', description: '', quantity: '1', price: '' },
  ...{ basis: 'gross', discount: '', tax: 'standard', optional: '' },
}

type Body = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null

/** The form as it was sent, whatever stands in it. */
export function typedDraft(body: Body): TypedDraft {
  const sent = isObject(body.lines) ? Object.values(body.lines).filter(isObject) : []
  const [seen, intro, conditions] = [body.seen, body.intro, body.conditions].map(textOf)
  return {
    ...{ seen, intro, conditions },
    last_day: textOf(body.last_day),
    whole_discount: textOf(body.whole_discount),
    lines: sent.slice(0, MOST_LINES).map(typedLine),
  }
}

function typedLine(sent: Body): TypedLine {
  const names = Object.keys(EMPTY_LINE) as (keyof TypedLine)[]
  return Object.fromEntries(names.map((name) => [name, textOf(sent[name])])) as TypedLine
}

/** A version as somebody would type it. */
export function draftOfVersion({ version, lines }: OfferedVersion, tag: string): TypedDraft {
  const decimals = decimalsOf(version.currency)
  return {
    ...{ seen: '0', intro: version.intro ?? '', conditions: version.conditions ?? '' },
    last_day: version.lastDay,
    whole_discount: rateInput(version.wholeDiscountBp, tag),
    lines: lines.map((line) => ({
      ...{ service: String(line.serviceId ?? ''), wish: String(line.wishId ?? '') },
      ...{ description: line.description, basis: line.basis, tax: line.taxClass },
      quantity: quantityInput(line.quantity, tag),
      price: decimalInput(line.unitPriceMinor, { tag, decimals }),
      discount: rateInput(line.discountBp, tag),
      optional: line.optional ? 'on' : '',
    })),
  }
}

/** 1250 → `12,50`, nothing for no discount. */
export const rateInput = (bp: number, tag: string): string =>
  bp === 0 ? '' : decimalInput(bp, { tag, decimals: 2 })

/** `1.5` with the decimal sign of a language. */
export const quantityInput = (quantity: string, tag: string): string =>
  quantity.replace('.', decimalInput(15, { tag, decimals: 1 }).charAt(1))

/** Adds, removes or moves lines as a button says: `remove:2`, `up:0`, `down:1`. */
export function rearranged(lines: readonly TypedLine[], command: string): TypedLine[] {
  const [what, at] = command.split(':')
  const nth = Number(at)
  const moved = [...lines]
  if (what === 'add') return [...lines, EMPTY_LINE].slice(0, MOST_LINES)
  if (!Number.isInteger(nth) || !(nth in lines)) return moved
  if (what === 'remove') return lines.filter((_, one) => one !== nth)
  const other = what === 'up' ? nth - 1 : nth + 1
  if ((what === 'up' || what === 'down') && other in lines) {
    ;[moved[nth], moved[other]] = [moved[other], moved[nth]]
  }
  return moved
}
