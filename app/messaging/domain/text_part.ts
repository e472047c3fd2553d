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
const PARAGRAPHS =
  /<\/?(p|h[1-6]|table|ul|ol|section|header|footer|main|article|blockquote|dl)\b[^>]*>/gi
const LINES = /<br\b[^>]*>|<\/?(div|tr|li|dt|dd)\b[^>]*>/gi

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
  const marked = spelledLinks(html.replaceAll(INVISIBLE, ''))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<hr\b[^>]*>/gi, '\n\n---\n\n')
    .replaceAll(/<li\b[^>]*>/gi, '\n- ')
    .replaceAll(PARAGRAPHS, '\n\n')
    .replaceAll(LINES, '\n')
    .replaceAll(/<\/t[dh]>/gi, ' ')
    .replaceAll(/<[^>]*>/g, '')
  const lines = decoded(marked)
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
  return (
    lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim() + '\n'
  )
}
