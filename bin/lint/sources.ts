import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Source = { path: string; text: string }

/** Files of a tree that match, with their text; paths are relative to its root. */
export function sources(root: string, ...patterns: string[]): Source[] {
  return globSync(patterns, { cwd: root })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Line number of a position in a text, counted from 1. */
export const lineAt = (text: string, index: number): number =>
  text.slice(0, index).split('\n').length

/** Prints the findings and answers how many there are. */
export function report(rule: string, findings: string[]): number {
  if (findings.length === 0) return 0
  console.log(`${rule} (${findings.length})`)
  for (const finding of findings) console.log(`  ${finding}`)
  return findings.length
}

/** The tree to check: the repository, or another one named on the command line. */
export function treeToCheck(): string {
  const root = process.argv[2] ?? ROOT
  if (!existsSync(root)) throw new Error(`There is no folder ${root}`)
  return root
}
