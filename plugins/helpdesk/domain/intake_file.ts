import { KINDS, type IntakeNode, type IntakeTree, type Kind } from '#plugins/helpdesk/domain/intake'
import { IMPACTS, type Impact } from '#plugins/helpdesk/domain/priority'

/** Written into every file, so that no other one is taken for a menu. */
export const FORMAT = 'sportello.helpdesk.intake'

type Texts = Partial<Record<string, string>>

/** A need by names, since ids mean nothing in another house. */
export type NamedNeed = {
  readonly kind: Kind
  readonly impact: Impact
  readonly team: string
  readonly serviceLevel: string | null
  readonly form: string | null
}

export type FilePlace = {
  /** Null: one that is new. */
  readonly key: string | null
  readonly label: Texts
  readonly hint: Texts | null
  readonly question: Texts | null
  readonly need: NamedNeed | null
  readonly children: readonly FilePlace[]
}

export type IntakeFile = { readonly format: typeof FORMAT; readonly places: readonly FilePlace[] }

/** Names by id. */
export type NamesById = {
  readonly teams: ReadonlyMap<number, string>
  readonly levels: ReadonlyMap<number, string>
  readonly forms: ReadonlyMap<number, string>
}

/** A menu as a file says it, to be kept or taken to another house. */
export const fileOf = (tree: IntakeTree, names: NamesById): IntakeFile => ({
  format: FORMAT,
  places: tree.children.map((node) => placeOf(node, names)),
})

function placeOf({ need, children, ...node }: IntakeNode, names: NamesById): FilePlace {
  return {
    ...node,
    need: need && {
      kind: need.kind,
      impact: need.impact,
      team: names.teams.get(need.teamId) ?? '',
      serviceLevel: nameOf(need.serviceLevelId, names.levels),
      form: nameOf(need.formId, names.forms),
    },
    children: children.map((child) => placeOf(child, names)),
  }
}

const nameOf = (id: number | null, names: ReadonlyMap<number, string>) =>
  id === null ? null : (names.get(id) ?? null)

/** Deeper files are no menus but attempts to exhaust whoever reads them. */
const DEEPEST_READ = 20
const KEY = /^[\w-]{1,22}$/

/** What stands in a file; null of one that is no menu. */
export function readIntakeFile(text: string): IntakeFile | null {
  const read = parsed(text)
  if (!isObject(read) || read.format !== FORMAT) return null
  const places = readPlaces(read.places, 1)
  return places && { format: FORMAT, places }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readPlaces(value: unknown, depth: number): FilePlace[] | null {
  if (value === undefined) return []
  if (!Array.isArray(value) || depth > DEEPEST_READ) return null
  const places = value.map((one: unknown) => readPlace(one, depth))
  return places.some((place) => place === null) ? null : (places as FilePlace[])
}

function readPlace(value: unknown, depth: number): FilePlace | null {
  if (!isObject(value)) return null
  const { key = null } = value
  const children = readPlaces(value.children, depth + 1)
  const [label, hint, question] = [value.label, value.hint, value.question].map(readTexts)
  const need = isEmpty(value.need) ? null : readNeed(value.need)
  const isKey = key === null || (typeof key === 'string' && KEY.test(key))
  if (!isKey || !children || !label || [hint, question, need].includes(undefined)) return null
  return {
    key,
    label,
    hint: hint ?? null,
    question: question ?? null,
    need: need ?? null,
    children,
  }
}

const isEmpty = (value: unknown) => value === undefined || value === null

/** Undefined of what are no texts. */
function readTexts(value: unknown): Texts | null | undefined {
  if (isEmpty(value)) return null
  if (!isObject(value)) return undefined
  const texts = Object.entries(value)
  return texts.every(([, text]) => typeof text === 'string') ? (value as Texts) : undefined
}

function readNeed(value: unknown): NamedNeed | undefined {
  if (!isObject(value)) return undefined
  const { kind, impact, team, serviceLevel = null, form = null } = value
  const isNamed = [serviceLevel, form].every((name) => name === null || typeof name === 'string')
  const isKnown = KINDS.includes(kind as Kind) && IMPACTS.includes(impact as Impact)
  if (!isKnown || !isNamed || typeof team !== 'string') return undefined
  return { kind, impact, team, serviceLevel, form } as NamedNeed
}
