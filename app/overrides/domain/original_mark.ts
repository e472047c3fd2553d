import { createHash } from 'node:crypto'

const COMMENT = /^\{\{--\s*original:\s*([0-9a-f]{16})\s*--\}\}/

/** A mark of a view's text, the same whatever the line ends are. */
export const markOf = (template: string): string =>
  createHash('sha256').update(template.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16)

/** The copy that an operator edits: its first line remembers what it was copied from. */
export const withMark = (original: string): string =>
  `{{-- original: ${markOf(original)} --}}\n${original}`

/** Whether the original is still what the override was written from; unknown without a mark. */
export function originalSince(override: string, original: string): 'same' | 'changed' | 'unknown' {
  const [, mark] = COMMENT.exec(override) ?? []
  if (!mark) return 'unknown'
  return mark === markOf(original) ? 'same' : 'changed'
}
