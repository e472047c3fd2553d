/** What a template has a place for, written `{customer}`. */
export const PLACEHOLDERS = ['customer', 'number', 'agent'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const PLACE = /\{([^{}]*)\}/g

const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name)

/** Names of the places in a text, each once, in their order; whatever stands in braces is one. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name]) => name.trim())),
]

/** Those that nobody would fill. */
export const unknownPlaceholders = (text: string): string[] =>
  placeholdersIn(text).filter((name) => !isPlaceholder(name))

/** The text with its places filled once: a value that looks like a place stays as it is. */
export const fillPlaceholders = (
  text: string,
  values: Readonly<Record<Placeholder, string>>
): string =>
  text.replaceAll(PLACE, (whole, name: string) => {
    const known = name.trim()
    return isPlaceholder(known) ? values[known] : whole
  })
