import type { Edge } from 'edge.js'

type Compile = Edge['tags'][string]['compile']
type Token = Parameters<Compile>[2]
type Named = { name: string }
/** `item in list` or `(item, index) in list`, as the parser of templates reads it. */
type Loop = { left: Named & { expressions?: [Named, Named] }; right: unknown }

/**
 * Edge runs the body of each `@each` as an asynchronous function and awaits it, which for the cells
 * of a list is some four hundred promises a page. A plain loop awaits only what its body awaits.
 */
export function compileLoopsPlain(edge: Edge): void {
  const { each } = edge.tags
  edge.registerTag({
    ...each,
    compile(parser, buffer, token) {
      if (!isPlain(token)) return each.compile(parser, buffer, token)
      const { properties, loc, filename } = token
      const { expression } = parser.utils.generateAST(properties.jsArg, loc, filename) as {
        expression: Loop
      }
      const { left, right } = expression
      const list = parser.utils.stringify(parser.utils.transformAst(right, filename, parser))
      const names = (left.expressions ?? [left]).map(({ name }) => name)
      const [item, index] = names
      const head = index
        ? `const [${index}, ${item}] of template.entriesOf(${list})`
        : `const ${item} of template.valuesOf(${list})`
      buffer.writeStatement(`for (${head}) {`, filename, loc.start.line)
      parser.stack.defineScope()
      for (const name of names) parser.stack.defineVariable(name)
      for (const child of token.children) parser.processToken(child, buffer)
      parser.stack.clearScope()
      buffer.writeStatement('}', filename, -1)
    },
    boot(template) {
      each.boot?.(template)
      template.macro('valuesOf' as never, valuesOf as never)
      template.macro('entriesOf' as never, entriesOf as never)
    },
  })
}

/** Anything else, an `@else` for an empty list or a mistake, is Edge's own to tell. */
const isPlain = ({ properties, children }: Token): boolean =>
  /^\s*(?:\w+|\(\s*\w+\s*,\s*\w+\s*\)) in /.test(properties.jsArg) &&
  !children.some(
    (child) =>
      'properties' in child && 'name' in child.properties && child.properties.name === 'else'
  )

type Collection = readonly unknown[] | Readonly<Record<string, unknown>> | string | null | undefined

function valuesOf(collection: Collection): Iterable<unknown> {
  if (Array.isArray(collection) || typeof collection === 'string') return collection
  return Object.values(collection ?? {})
}

function entriesOf(collection: Collection): Iterable<[unknown, unknown]> {
  if (Array.isArray(collection)) return collection.entries()
  if (typeof collection === 'string') return [...collection].entries()
  return Object.entries(collection ?? {})
}
