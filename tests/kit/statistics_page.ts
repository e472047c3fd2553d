import type { Answer } from '#tests/kit/http'

/** What people read of a page. */
export const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What stands big on a page of statistics, by its label. */
export function headlines({ text }: Answer): Record<string, string> {
  const [figures] = text.split('statistics__words')
  const found = figures.matchAll(/<dt>([^<]+)<\/dt>\s*<dd>([^<]+)<\/dd>/g)
  return Object.fromEntries([...found].map(([, label, value]) => [label, value.trim()]))
}

/** The rows of its first table: their names and cells. */
export function rowsIn({ text }: Answer): string[] {
  const [, body] = /<tbody>([^]*?)<\/tbody>/.exec(text) ?? []
  return [...(body ?? '').matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row]) => textOf(row))
}
