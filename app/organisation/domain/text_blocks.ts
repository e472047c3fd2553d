/** Words, or a link with the words that follow it (so that no space gets between the two). */
export interface TextPart {
  text: string
  href: string | null
  after: string
}

export type TextBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; lines: TextPart[][] }
  | { kind: 'list'; items: TextPart[][] }

const ADDRESS =
  /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|[^\s<>@,;:()]{1,64}@[^\s<>@,;:()]{1,200}\.[a-z]{2,20})/i

/**
 * The plain text of an operator as blocks of a page. An empty line ends a paragraph, `## ` begins
 * a heading, `- ` an item of a list; addresses become links. There is no other markup.
 */
export function textBlocks(text: string): TextBlock[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .flatMap(blocksOf)
}

function blocksOf(chunk: string): TextBlock[] {
  const lines = chunk
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const blocks: TextBlock[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.startsWith('## ')) blocks.push({ kind: 'heading', text: line.slice(3).trim() })
    else if (line.startsWith('- ')) addItem(blocks, last, partsOf(line.slice(2).trim()))
    else if (last?.kind === 'paragraph') last.lines.push(partsOf(line))
    else blocks.push({ kind: 'paragraph', lines: [partsOf(line)] })
  }
  return blocks
}

function addItem(blocks: TextBlock[], last: TextBlock | undefined, parts: TextPart[]): void {
  if (last?.kind === 'list') last.items.push(parts)
  else blocks.push({ kind: 'list', items: [parts] })
}

function partsOf(line: string): TextPart[] {
  const [lead, ...rest] = line.split(ADDRESS)
  const parts: TextPart[] = lead === '' ? [] : [{ text: lead, href: null, after: '' }]
  for (let index = 0; index < rest.length; index += 2) {
    parts.push({ text: rest[index], href: hrefOf(rest[index]), after: rest[index + 1] })
  }
  return parts
}

function hrefOf(address: string): string {
  return /^https?:\/\//i.test(address) ? address : `mailto:${address}`
}
