import { inflateSync } from 'node:zlib'

type Objects = Map<number, { dictionary: string; stream: Buffer | null }>

/**
 * What a reader of a PDF of ours reads, line by line in the order of the file. Knows what pdfkit
 * writes and no more: plain objects, deflated streams, fonts with a table of their letters.
 */
export function pdfText(bytes: Buffer): string[] {
  const objects = objectsIn(bytes)
  const fonts = fontsOf(objects)
  return [...objects.values()]
    .filter(({ stream }) => stream?.includes(' Tf'))
    .flatMap(({ stream }) => linesOf(stream!.toString('latin1'), fonts))
}

/** The dictionaries of the file as text, where title, language and tags stand. */
export const pdfDictionaries = (bytes: Buffer): string =>
  [...objectsIn(bytes).values()].map(({ dictionary }) => dictionary).join('\n')

function objectsIn(bytes: Buffer): Objects {
  const text = bytes.toString('latin1')
  const objects: Objects = new Map()
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\n(stream\n|endobj)/g)) {
    const [whole, number, dictionary, kind] = match
    const start = match.index + whole.length
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const raw = kind.startsWith('stream') ? bytes.subarray(start, start + length) : null
    const stream = raw && dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw
    objects.set(Number(number), { dictionary, stream })
  }
  return objects
}

type Letters = Map<string, string>

/** Name of a font in the content → its glyphs as letters. */
function fontsOf(objects: Objects): Map<string, Letters> {
  const fonts = new Map<string, Letters>()
  for (const { dictionary } of objects.values()) {
    const list = /\/Font <<([\s\S]*?)>>/.exec(dictionary)?.[1] ?? ''
    for (const [, name, number] of list.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(number))!.dictionary
      const table = Number(/\/ToUnicode (\d+) 0 R/.exec(font)![1])
      fonts.set(name, lettersIn(objects.get(table)!.stream!.toString('latin1')))
    }
  }
  return fonts
}

function lettersIn(table: string): Letters {
  const letters: Letters = new Map()
  for (const [, first, , list] of table.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    ;[...list.matchAll(/<([\w ]*)>/g)].forEach(([, code], at) => {
      const glyph = (Number.parseInt(first, 16) + at).toString(16).padStart(4, '0')
      const units = Buffer.from(code.replaceAll(' ', ''), 'hex')
      letters.set(glyph, units.swap16().toString('utf16le'))
    })
  }
  return letters
}

function linesOf(content: string, fonts: Map<string, Letters>): string[] {
  return [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, block]) => {
    const letters = fonts.get(/\/(F\d+) [\d.]+ Tf/.exec(block)![1])!
    const glyphs = [...block.matchAll(/<([0-9a-f]+)>/g)].flatMap(
      ([, hex]) => hex.match(/.{4}/g) ?? []
    )
    return glyphs.map((glyph) => letters.get(glyph) ?? '\ufffd').join('')
  })
}
