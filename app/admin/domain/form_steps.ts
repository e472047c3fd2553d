import { copiedMonday, WEEKDAYS, type TypedWeek } from '#app/admin/domain/week_hours'

type Input = Readonly<Record<string, unknown>>
type Line = Record<string, unknown>

const DEEDS = ['add', 'remove', 'up', 'down', 'copy'] as const
type Deed = (typeof DEEDS)[number]

/** A button inside a form that changes its lines instead of saving it. */
export type RowStep = {
  /** Where the lines stand: `['questions', 0, 'options']`. */
  path: readonly (string | number)[]
  deed: Deed
  /** Which line; for `add` and `copy` none. */
  index: number
}

export type TakenStep = {
  values: Record<string, unknown>
  /** The lines that changed. */
  path: readonly (string | number)[]
  deed: Deed
  /** Where the line stands now; for a removed one where it stood. */
  index: number
  count: number
}

/** `questions.0.options.add`, `questions.2.up`; anything else is no step. */
export function rowStep({ _step: asked }: Input): RowStep | null {
  if (typeof asked !== 'string' || !/^\w{1,60}(\.\w{1,60}){1,6}$/.test(asked)) return null
  const parts = asked.split('.').map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : part))
  const deed = parts.pop() as Deed
  if (!DEEDS.includes(deed)) return null
  const index = deed === 'add' || deed === 'copy' ? -1 : parts.pop()
  return typeof index === 'number' ? { path: parts, deed, index } : null
}

/** Takes a step on what was typed; null where there are no such lines. */
export function takeStep(typed: Input, step: RowStep): TakenStep | null {
  const values = structuredClone(typed) as Record<string, unknown>
  if (step.deed === 'copy') return copied(values, step)
  const lines = linesAt(values, step.path)
  if (!lines) return null
  const index = DOING[step.deed](lines, step.index)
  if (index === null) return null
  return { values, path: step.path, deed: step.deed, index, count: lines.length }
}

/** "Copy Monday": the only step that a whole week takes. */
function copied(values: Record<string, unknown>, step: RowStep): TakenStep | null {
  const [name] = step.path
  const week = Object.hasOwn(values, name) ? values[name] : null
  if (step.path.length > 1 || !isWeek(week)) return null
  values[name] = copiedMonday(week)
  return { values, ...step, index: 0, count: 0 }
}

const isWeek = (value: unknown): value is TypedWeek =>
  value !== null && typeof value === 'object' && WEEKDAYS.every((day) => Object.hasOwn(value, day))

function linesAt(values: unknown, path: RowStep['path']): Line[] | null {
  let at = values
  for (const part of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, part)) return null
    at = (at as Record<string | number, unknown>)[part]
  }
  return Array.isArray(at) ? (at as Line[]) : null
}

/** Each changes the lines in place and tells where the line is now; null where it cannot be done. */
const DOING: Record<Exclude<Deed, 'copy'>, (lines: Line[], index: number) => number | null> = {
  add: (lines) => lines.push({}) - 1,
  remove: (lines, index) => (lines.splice(index, 1).length > 0 ? index : null),
  up: (lines, index) => moved(lines, index, index - 1),
  down: (lines, index) => moved(lines, index, index + 1),
}

function moved(lines: Line[], from: number, to: number): number | null {
  if (!(from in lines) || !(to in lines)) return null
  ;[lines[from], lines[to]] = [lines[to], lines[from]]
  return to
}
