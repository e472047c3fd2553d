import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

type IconSet = {
  icons: Record<string, { body: string }>
  aliases: Record<string, { parent: string }>
}

const NAMES = fileURLToPath(new URL('./names.json', import.meta.url))

/** Names of the icons that pages may use; more can be added from the Lucide set at any time. */
export function iconNames(): string[] {
  return JSON.parse(readFileSync(NAMES, 'utf8')) as string[]
}

/**
 * One SVG file with a `<symbol>` for every name of names.json, drawn in the colour of the text
 * around it. Throws for a name that Lucide does not have.
 */
export function buildSprite(names: readonly string[] = iconNames()): string {
  const set = createRequire(import.meta.url)('@iconify-json/lucide/icons.json') as IconSet
  const symbols = names.map((name) => {
    const icon = set.icons[name] ?? set.icons[set.aliases[name]?.parent ?? '']
    if (!icon) throw new Error(`resources/icons/names.json: Lucide has no icon "${name}"`)
    return `<symbol id="${name}" viewBox="0 0 24 24">${icon.body}</symbol>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`
}
