export const TEXT_SIZES = ['normal', 'large', 'larger'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** What can be switched on besides: more contrast, underlined links, wider spacing, less motion. */
export const SWITCHES = ['contrast', 'links', 'spacing', 'still'] as const
export type Switch = (typeof SWITCHES)[number]

/** How somebody likes to read our pages (V6). */
export interface ReadingAids {
  readonly text: TextSize
  readonly on: readonly Switch[]
}

export const NO_AIDS: ReadingAids = { text: 'normal', on: [] }

/** As words for a cookie and for the page, e.g. `large contrast`; empty without any. */
export const aidWords = ({ text, on }: ReadingAids): string[] => [
  ...(text === 'normal' ? [] : [text]),
  ...SWITCHES.filter((name) => on.includes(name)),
]

/** Out of such words; what is none of them is passed over. */
export function aidsOf(words: readonly string[]): ReadingAids {
  const text = TEXT_SIZES.findLast((size) => words.includes(size)) ?? 'normal'
  return { text, on: SWITCHES.filter((name) => words.includes(name)) }
}
