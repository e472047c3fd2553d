/** Between the fields of a line of a bank's file. */
const SEPARATORS = [';', ',', '\t'] as const
type Separator = (typeof SEPARATORS)[number]

/** A file in UTF-8, else in the western code page that banks still write. */
export function bankText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Rows of fields, empty lines left out; the separator is the one that parts most lines alike. */
export function bankTable(text: string): string[][] {
  const separator = separatorOf(text)
  return rowsOf(text.replace(/^\uFEFF/, ''), separator).filter((row) =>
    row.some((field) => field !== '')
  )
}

function separatorOf(text: string): Separator {
  const lines = text.split(/\r?\n/, 40).filter((line) => line.trim() !== '')
  const alike = (separator: Separator) => {
    const counts = lines.map((line) => fieldsIn(line, separator)).filter((count) => count > 1)
    const most = Math.max(0, ...counts)
    return counts.filter((count) => count === most).length * most
  }
  return SEPARATORS.toSorted((one, other) => alike(other) - alike(one))[0]
}

const fieldsIn = (line: string, separator: Separator): number =>
  line.replaceAll(/"(?:[^"]|"")*"/g, '').split(separator).length

/** RFC 4180: a field in quotes may hold separators, breaks and doubled quotes. */
function rowsOf(text: string, separator: Separator): string[][] {
  const rows: string[][] = [[]]
  const end = `${separator}|\\r?\\n|\\r|$`
  const field = new RegExp(`("(?:[^"]|"")*"(?=${end})|[^${separator}\\r\\n]*)(${end})`, 'y')
  while (field.lastIndex < text.length) {
    const found = field.exec(text)
    if (!found) break
    const [, raw, closing] = found
    rows.at(-1)!.push(unquoted(raw).trim())
    if (closing !== separator) rows.push([])
    else if (field.lastIndex === text.length) rows.at(-1)!.push('')
  }
  return rows
}

const unquoted = (raw: string): string =>
  /^".*"$/s.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw
