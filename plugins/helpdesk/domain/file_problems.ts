import { DEEPEST } from '#plugins/helpdesk/domain/intake'
import type { FilePlace, IntakeFile, NamedNeed } from '#plugins/helpdesk/domain/intake_file'

/** Ids by name; those of a name that several have. */
type Named = ReadonlyMap<string, readonly number[]>

export type KnownNames = { readonly teams: Named; readonly levels: Named; readonly forms: Named }

export type FileProblem = {
  readonly reason:
    | 'no_words'
    | 'too_deep'
    | 'goes_on'
    | 'key_twice'
    | `${'unknown' | 'ambiguous'}_${'team' | 'level' | 'form'}`
  /** Labels from the top down to the place. */
  readonly way: readonly FilePlace['label'][]
  /** The name that nobody, or several have. */
  readonly name?: string
}

type Read = {
  readonly names: KnownNames
  readonly locale: string
  readonly keys: Set<string>
}

/** Everything for which a file is not taken. A menu that is not finished is: it is a draft. */
export function fileProblems(file: IntakeFile, names: KnownNames, locale: string): FileProblem[] {
  const read = { names, locale, keys: new Set<string>() }
  return file.places.flatMap((place) => problemsOf(place, [], read))
}

function problemsOf(place: FilePlace, above: FileProblem['way'], read: Read): FileProblem[] {
  const { key, label, need, children } = place
  const way = [...above, label]
  const own: Omit<FileProblem, 'way'>[] = need ? needProblems(need, read.names) : []
  if (!label[read.locale]?.trim()) own.push({ reason: 'no_words' })
  if (way.length > DEEPEST) own.push({ reason: 'too_deep' })
  if (need && children.length > 0) own.push({ reason: 'goes_on' })
  if (key !== null && read.keys.has(key)) own.push({ reason: 'key_twice' })
  if (key !== null) read.keys.add(key)
  return [
    ...own.map((problem) => ({ ...problem, way })),
    ...children.flatMap((child) => problemsOf(child, way, read)),
  ]
}

function needProblems({ team, serviceLevel, form }: NamedNeed, names: KnownNames) {
  return [
    ...nameProblems('team', team, names.teams),
    ...nameProblems('level', serviceLevel, names.levels),
    ...nameProblems('form', form, names.forms),
  ]
}

function nameProblems<T extends 'team' | 'level' | 'form'>(
  what: T,
  name: string | null,
  known: Named
) {
  const count = name === null ? 1 : (known.get(name)?.length ?? 0)
  if (name === null || count === 1) return []
  return [{ reason: `${count === 0 ? 'unknown' : 'ambiguous'}_${what}` as const, name }]
}
