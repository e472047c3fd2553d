/** What an attachment can be. Everything else, SVG and HTML among it, has no type and is refused. */
export const FILE_TYPES = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'txt',
  'csv',
  'docx',
  'xlsx',
  'odt',
  'ods',
] as const

export type FileType = (typeof FILE_TYPES)[number]

/** How the content of a type is recognised and cleaned. */
type Content = 'magic' | 'picture' | 'text' | 'container'

type TypeRules = {
  /** Sent with the file; the first of what a browser may declare for it. */
  mime: string
  /** Further types that browsers declare, depending on what is installed beside them. */
  alsoDeclared?: readonly string[]
  extensions: readonly string[]
  content: Content
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

const RULES: Record<FileType, TypeRules> = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], content: 'magic' },
  png: { mime: 'image/png', extensions: ['png'], content: 'picture' },
  jpeg: {
    mime: 'image/jpeg',
    alsoDeclared: ['image/jpg', 'image/pjpeg'],
    extensions: ['jpg', 'jpeg'],
    content: 'picture',
  },
  webp: { mime: 'image/webp', extensions: ['webp'], content: 'picture' },
  txt: { mime: 'text/plain', extensions: ['txt'], content: 'text' },
  csv: {
    mime: 'text/csv',
    alsoDeclared: ['text/plain', 'application/csv', 'application/vnd.ms-excel'],
    extensions: ['csv'],
    content: 'text',
  },
  docx: { mime: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'], content: 'container' },
  xlsx: { mime: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], content: 'container' },
  odt: { mime: `${OPEN_DOCUMENT}.text`, extensions: ['odt'], content: 'container' },
  ods: { mime: `${OPEN_DOCUMENT}.spreadsheet`, extensions: ['ods'], content: 'container' },
}

/** Pictures that may be shown in a page instead of being saved. */
const SHOWN: readonly string[] = ['png', 'jpeg', 'webp']

export const mimeOf = (type: FileType): string => RULES[type].mime
export const contentOf = (type: FileType): Content => RULES[type].content
export const extensionsOf = (type: FileType): readonly string[] => RULES[type].extensions
export const mayBeShown = (type: FileType): boolean => SHOWN.includes(type)

/** The type that a file name claims, among those that are allowed. */
export function typeNamed(name: string, allowed: readonly FileType[]): FileType | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1].toLowerCase() ?? ''
  return allowed.find((type) => RULES[type].extensions.includes(extension)) ?? null
}

/** Browsers that do not know a type declare none, or bytes; any other declaration must agree. */
const UNDECLARED = new Set(['', 'application/octet-stream'])

export function mayDeclare(type: FileType, declared: string): boolean {
  const mime = declared.split(';')[0].trim().toLowerCase()
  const { mime: own, alsoDeclared = [] } = RULES[type]
  return UNDECLARED.has(mime) || mime === own || alsoDeclared.includes(mime)
}

/** Value of the `accept` attribute: `.pdf,.jpg,.jpeg`. */
export function acceptOf(types: readonly FileType[]): string {
  return types.flatMap((type) => RULES[type].extensions.map((name) => `.${name}`)).join(',')
}

/** `PDF, PNG, JPEG`: the types as people call them. */
export const typeNames = (types: readonly FileType[]): string =>
  types.map((type) => type.toUpperCase()).join(', ')
