import edge from 'edge.js'
import logger from '@adonisjs/core/services/logger'
import { errorRecord } from '#core/platform'
import { originalSince } from '#app/overrides/domain/original_mark'
import { filesBelow, overridesFolder, readOverride, type OverrideFile } from '#app/overrides/files'
import { shippedView } from '#app/overrides/originals'

export type ViewOverride = {
  /** `booking/pages/services.edge` */
  path: string
  /** `no_original`: nothing of this name is shipped; `broken`: the original is shown instead. */
  state: 'active' | 'broken' | 'no_original'
  /** What is wrong, as the template engine says it. */
  problem: string | null
  original: 'same' | 'changed' | 'unknown'
}

type Active = { name: string; override: ViewOverride }
type Compile = typeof edge.compiler.compile

let states: ViewOverride[] = []
let generation = 0

/** Absolute path of a shipped view → what stands in its place. */
let active = new Map<string, Active>()

/** The operator's views, as they were read last. */
export const viewOverrides = (): readonly ViewOverride[] => states

/** Serves overrides in place of what is shipped. Without any it costs one comparison a view. */
export function overrideViews(): void {
  for (const compiler of [edge.compiler, edge.asyncCompiler]) {
    const compile: Compile = compiler.compile.bind(compiler)
    compiler.compile = (path, variables) => {
      const own = active.size > 0 ? active.get(edge.loader.makePath(path)) : undefined
      if (!own) return compile(path, variables)
      return orOriginal(own, compile(own.name, variables), () => compile(path, variables))
    }
  }
}

/**
 * An override that fails while it renders gives way to the original, from then on until its file
 * changes. Where the original fails as well, the override is not to blame.
 */
function orOriginal(own: Active, render: ReturnType<Compile>, original: () => ReturnType<Compile>) {
  const giveWay = (error: unknown, values: unknown[]) => {
    const answer: unknown = original()(...(values as Parameters<typeof render>))
    const note = () => setAside(own, error)
    if (answer instanceof Promise) return answer.then((html: unknown) => (note(), html))
    note()
    return answer
  }
  return ((...values: Parameters<typeof render>) => {
    try {
      const answer: unknown = render(...values)
      if (!(answer instanceof Promise)) return answer
      return answer.catch((error: unknown) => giveWay(error, values))
    } catch (error) {
      return giveWay(error, values)
    }
  }) as ReturnType<Compile>
}

function setAside(own: Active, error: unknown): void {
  own.override.state = 'broken'
  own.override.problem = (error as Error).message
  for (const [file, candidate] of active) if (candidate === own) active.delete(file)
  complain(own.override, error)
}

function complain({ path }: ViewOverride, error: unknown): void {
  logger.error({ error: errorRecord(error) }, 'The override %s is broken', path)
}

/** Reads every override anew; those that do not compile are left out. */
export async function readViews(files: readonly OverrideFile[]): Promise<void> {
  // Fills the engine's list of component tags, without which a tag is taken for text.
  edge.createRenderer()
  const components = new Set(
    edge.loader.listComponents().flatMap((disk) => disk.components.map(({ tagName }) => tagName))
  )
  const next = new Map<string, Active>()
  const read: ViewOverride[] = []
  generation += 1
  for (const file of files) read.push(await readView(file, next, components))
  for (const { name } of active.values()) edge.loader.remove(name)
  ;[active, states] = [next, read]
}

async function readView(
  file: OverrideFile,
  next: Map<string, Active>,
  components: ReadonlySet<string>
): Promise<ViewOverride> {
  const override: ViewOverride = {
    path: file.path,
    state: 'active',
    problem: null,
    original: 'unknown',
  }
  const shipped = await shippedView(file.path)
  if (!shipped) return { ...override, state: 'no_original' }
  const name = `override-${generation}:${file.path}`
  try {
    const template = await readOverride(overridesFolder('views'), file)
    if (template === null) throw new Error('larger than 256 kB')
    override.original = originalSince(template, shipped.text)
    edge.loader.register(name, { template })
    refuseUnknownNames(template, components)
    edge.asyncCompiler.compile(name)
    next.set(shipped.file, { name, override })
  } catch (error) {
    edge.loader.remove(name)
    Object.assign(override, { state: 'broken', problem: (error as Error).message })
    complain(override, error)
  }
  return override
}

const TAG = /^\s*@!?([a-z_]+\.[A-Za-z]\w*)\b/gm
const INCLUDED = /@(?:include|component)\(\s*'([^']+)'/g

/** The engine prints an unknown component as text, and misses a partial only while it renders. */
function refuseUnknownNames(template: string, components: ReadonlySet<string>): void {
  for (const [, tag] of template.matchAll(TAG)) {
    if (!components.has(tag)) throw new Error(`There is no component @${tag}`)
  }
  for (const [, view] of template.matchAll(INCLUDED)) edge.loader.resolve(view)
}

export const viewFiles = () => filesBelow(overridesFolder('views'), '.edge')
