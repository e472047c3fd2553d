export type HtmlForm = {
  action: string
  method: 'GET' | 'POST'
  /** Values that a browser would send without touching anything. */
  fields: Record<string, string | string[]>
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** Text of HTML without its character references. */
export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const isHex = name[1].toLowerCase() === 'x'
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10))
  })
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(
    `\\s${name}(?:=(?:"([^"]*)"|'([^']*)'|([^\\s>]+)))?(?=[\\s/>])`,
    'i'
  ).exec(tag)
  return found && unescapeHtml(found[1] ?? found[2] ?? found[3] ?? '')
}

const isSent = (tag: string): boolean => {
  const type = (attribute(tag, 'type') ?? 'text').toLowerCase()
  if (attribute(tag, 'disabled') !== null) return false
  if (['submit', 'button', 'image', 'reset', 'file'].includes(type)) return false
  return !['checkbox', 'radio'].includes(type) || attribute(tag, 'checked') !== null
}

function* valuesIn(html: string): Generator<[name: string, value: string]> {
  for (const [tag] of html.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(tag, 'name')
    if (name && isSent(tag)) yield [name, attribute(tag, 'value') ?? '']
  }
  for (const [, tag, text] of html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/gi)) {
    const name = attribute(tag, 'name')
    if (name) yield [name, unescapeHtml(text).replace(/^\n/, '')]
  }
  for (const [, tag, inner] of html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/gi)) {
    const name = attribute(tag, 'name')
    const options = [...inner.matchAll(/<option\b[^>]*>/gi)].map(([option]) => option)
    const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0]
    if (name && chosen) yield [name, attribute(chosen, 'value') ?? '']
  }
}

/**
 * The forms of a page, read as a browser without scripts reads them; one more for each button that
 * sends its form elsewhere.
 */
export function formsIn(html: string): HtmlForm[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].flatMap(([, tag, inner]) => {
    const fields: HtmlForm['fields'] = {}
    for (const [name, value] of valuesIn(inner)) {
      fields[name] = name in fields ? [fields[name], value].flat() : value
    }
    const method = attribute(tag, 'method')?.toUpperCase() === 'POST' ? 'POST' : 'GET'
    const elsewhere = [...inner.matchAll(/<button\b[^>]*>/gi)].flatMap(
      ([button]) => attribute(button, 'formaction') ?? []
    )
    const actions = [attribute(tag, 'action') ?? '', ...elsewhere]
    return actions.map((action): HtmlForm => ({ action, method, fields }))
  })
}
