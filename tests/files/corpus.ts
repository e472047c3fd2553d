import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { aJpeg, aPng, aWebp } from '#tests/files/pictures'

/** What people attach, and what attackers do; all of it made here, nothing found elsewhere. */
export const aPdf = (inside = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${inside}\ntrailer << >>\n%%EOF\n`)

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

const contentTypes = (part: string, type: string) =>
  strToU8(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`
  )

export const aDocx = (further: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': contentTypes('word/document.xml', WORD),
      'word/document.xml': strToU8('<w:document/>'),
      ...further,
    })
  )

export const anXlsx = (further: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': contentTypes('xl/workbook.xml', SHEET),
      'xl/workbook.xml': strToU8('<workbook/>'),
      ...further,
    })
  )

export const anOdt = (further: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8('<office:document-content/>'),
      ...further,
    })
  )

export const aZip = (): Buffer => Buffer.from(zipSync({ 'a.txt': strToU8('a') }))

/** The test string of the antivirus makers, in two halves so that no scanner takes this file. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')
)

type Entry = { name: string; packed: Buffer; method: 0 | 8; says: number; at?: number }

const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END = 0x06054b50

function head(signature: number, size: number, { name, packed, method, says }: Entry): Buffer {
  const isLocal = signature === LOCAL
  const bytes = Buffer.alloc(size)
  bytes.writeUInt32LE(signature, 0)
  const at = isLocal ? 8 : 10
  bytes.writeUInt16LE(method, at)
  bytes.writeUInt32LE(packed.length, at + 10)
  bytes.writeUInt32LE(says, at + 14)
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 18)
  return Buffer.concat([bytes, Buffer.from(name)])
}

/** A zip of our own hand, whose directory may say other things than its entries. */
function forged(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let size = 0
  for (const entry of entries) {
    offsets.push(entry.at ?? size)
    if (entry.at !== undefined) continue
    const part = Buffer.concat([head(LOCAL, 30, entry), entry.packed])
    parts.push(part)
    size += part.length
  }
  const directory = entries.map((entry, at) => {
    const bytes = head(CENTRAL, 46, entry)
    bytes.writeUInt32LE(offsets[at], 42)
    return bytes
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(size, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const types = (): Entry => {
  const text = Buffer.from(contentTypes('word/document.xml', WORD))
  return { name: '[Content_Types].xml', packed: text, method: 0, says: text.length }
}

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 2 ** 20)

/** 300 MB of nothing in a file of 300 KB, and it says so. */
export const tightBomb = (): Buffer => {
  const packed = deflateRawSync(zeros(300))
  return forged([types(), { name: 'word/a.xml', packed, method: 8, says: 300 * 2 ** 20 }])
}

/** 40 MB that call themselves 40 KB. */
export const lyingBomb = (): Buffer => {
  const packed = deflateRawSync(zeros(40))
  return forged([types(), { name: 'word/a.xml', packed, method: 8, says: 40 * 1024 }])
}

/** A thousand names for one entry, so that the directory holds a thousand times the file. */
export const overlappingBomb = (): Buffer => {
  const packed = deflateRawSync(zeros(1))
  const entry: Entry = { name: 'word/a.xml', packed, method: 8, says: 2 ** 20 }
  const first = types()
  const at = 30 + first.name.length + first.packed.length
  const more = Array.from({ length: 1000 }, (_, i) => ({ ...entry, name: `word/${i}.xml`, at }))
  return forged([first, entry, ...more])
}

export const manyEntries = (): Buffer =>
  aDocx(Object.fromEntries(Array.from({ length: 3100 }, (_, i) => [`word/${i}.xml`, strToU8('')])))

export const wayOut = (name: string): Buffer =>
  forged([types(), { name, packed: Buffer.from('a'), method: 0, says: 1 }])

/** One valid file of every kind, with what a browser declares for it. */
export const GOOD = {
  'a.pdf': [aPdf(), 'application/pdf'],
  'a.png': [aPng(), 'image/png'],
  'a.jpg': [aJpeg(), 'image/jpeg'],
  'a.jpeg': [aJpeg(), 'image/jpeg'],
  'a.webp': [aWebp(), 'image/webp'],
  'a.txt': [Buffer.from('Zażółć gęślą jaźń\n'), 'text/plain'],
  'a.csv': [Buffer.from('a;b\n1;2\n'), 'application/vnd.ms-excel'],
  'a.docx': [aDocx(), 'application/octet-stream'],
  'a.xlsx': [anXlsx(), ''],
  'a.odt': [anOdt(), 'application/vnd.oasis.opendocument.text'],
} as const satisfies Record<string, readonly [Buffer, string]>
