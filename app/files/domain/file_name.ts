const LONGEST = 150
const LONGEST_EXTENSION = 12

/** Control, format (bidi overrides, zero width) and private characters, which hide what is read. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu
/** Means something to a shell, a disk or a header. */
const RESERVED = /[<>:"|?*%;]/g
/** Names of devices on Windows, whatever follows them. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i

/**
 * The name that a browser sent, as it may be shown and sent back: no path, nothing invisible, no
 * device, at most 150 characters with its extension kept.
 *
 *     cleanFileName('..\\..\\a\u202egnp.exe')  // 'agnp.exe'
 */
export function cleanFileName(sent: string): string {
  const last = sent
    .slice(-4096)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(INVISIBLE, '')
    .split(/[/\\]/)
    .at(-1)!
  const plain = last
    .replaceAll(RESERVED, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const safe = DEVICE.test(plain) ? `_${plain}` : plain
  return shortened(safe === '' ? 'file' : safe)
}

function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const dot = name.lastIndexOf('.')
  const extension = dot === -1 ? '' : name.slice(dot)
  if (extension.length > LONGEST_EXTENSION) return letters.slice(0, LONGEST).join('')
  return (
    letters
      .slice(0, LONGEST - extension.length)
      .join('')
      .trimEnd() + extension
  )
}

/** The header for a download: the name in ASCII for old programs, and as it is. */
export function asAttachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^ -~]/g, '')
    .replaceAll(/["\\]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
