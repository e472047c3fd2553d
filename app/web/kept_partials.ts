import edge from 'edge.js'

type Compile = typeof edge.asyncCompiler.compile

/**
 * Edge keeps compiled pages and components by the path of their file, which it makes anew for each
 * of a hundred icons, and parses every `@include` again at each render, since it takes the list of
 * loop variables around it, even an empty one, for a reason not to keep it. On a page with four
 * partials that was two thirds of the time.
 */
export function keepCompiledPartials(): void {
  for (const compiler of [edge.compiler, edge.asyncCompiler]) {
    const compile: Compile = compiler.compile.bind(compiler)
    const partials = new Map<string, ReturnType<Compile>>()
    compiler.compile = (path, loopVariables = []) => {
      const isBare = loopVariables.length === 0
      const key = isBare ? path : [path, ...loopVariables].join('\n')
      let partial = partials.get(key)
      if (!partial) partials.set(key, (partial = compile(path, isBare ? undefined : loopVariables)))
      return partial
    }
  }
}
