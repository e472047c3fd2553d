import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FAMILY = '@expo-google-fonts/atkinson-hyperlegible-next'

/** The two weights of the house, as whole TrueType files: one font holds all letters we write. */
const FILES = {
  regular: `${FAMILY}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  strong: `${FAMILY}/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf`,
} as const

export type Weight = keyof typeof FILES
export const WEIGHTS = Object.keys(FILES) as Weight[]

const read = new Map<Weight, Buffer>()

/** The bytes of a font, read once a process. */
export function fontBytes(weight: Weight): Buffer {
  const known = read.get(weight)
  if (known) return known
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(FILES[weight])))
  read.set(weight, bytes)
  return bytes
}
