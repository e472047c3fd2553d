const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  middot: '·',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

const INVISIBLE = /<!--[\s\S]*?-->|<(head|style|script|title)\b[\s\S]*?<\/\1\s*>/gi
// The preheader, which mail programs show beside the subject.
const HIDDEN = /<(div|span)\b[^>]*display:\s*none[^>]*>[\s\S]*?<\/\1\s*>/gi
const PARAGRAPHS =
  /<\/?(p|h[1-6]|table|ul|ol|section|header|footer|main|article|blockquote|dl)\b[^>]*>/gi
const LINES = /<\/?(div|tr|li|dt|dd)\b[^>]*>/gi

// Where a line or a paragraph ends; several that meet count once.
const LINE_END = '\uE001'
const PARAGRAPH_END = '\uE002'

function decoded(text: string): string {
  return text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x') || name.startsWith('#X'))
      return String.fromCodePoint(parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return ENTITIES[name.toLowerCase()] ?? whole
  })
}

/** `<a href="u">Manage</a>` → `Manage: u`; a link that shows its own address stays one address. */
function spelledLinks(html: string): string {
  return html.replaceAll(
    /<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi,
    (_, href: string, inner: string) => {
      const label = inner.replaceAll(/<[^>]*>/g, '').trim()
      const target = href.replace(/^(mailto|tel):/, '')
      return label === '' || label === target ? target : `${label}: ${target}`
    }
  )
}

/**
 * The plain-text part of a mail out of its own HTML: headings and paragraphs stand apart, list
 * items get a dash, cells of a row a space, links their address. Not for foreign HTML.
 */
export function textPart(html: string): string {
  const marked = spelledLinks(html.replaceAll(INVISIBLE, '').replaceAll(HIDDEN, ''))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\b[^>]*>/gi, '\n')
    .replaceAll(/<hr\b[^>]*>/gi, `${PARAGRAPH_END}---${PARAGRAPH_END}`)
    .replaceAll(/<li\b[^>]*>/gi, `${LINE_END}- `)
    .replaceAll(PARAGRAPHS, PARAGRAPH_END)
    .replaceAll(LINES, LINE_END)
    .replaceAll(/<\/t[dh]>/gi, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[\s\uE001]*\uE002[\s\uE001\uE002]*/g, '\n\n')
    .replaceAll(/\s*\uE001[\s\uE001]*/g, '\n')
  const lines = decoded(marked).split('\n')
  return (
    lines
      .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
      .join('\n')
      .trim() + '\n'
  )
}
