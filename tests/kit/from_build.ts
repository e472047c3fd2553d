import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = new URL('../../', import.meta.url).href
const BUILD = pathToFileURL(`${process.env.TEST_BUILD}/`).href

const { imports } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  imports: Record<string, string>
}
const ALIASES = Object.entries(imports).map(([name, target]) => [name.split('*')[0], target])

/** What a source of ours asks for, as an address below the root; null for a package. */
function addressOf(specifier: string, parent: string): string | null {
  if (!parent.startsWith(ROOT) || parent.includes('/node_modules/')) return null
  if (specifier.startsWith('.')) return new URL(specifier, parent).href
  if (!specifier.startsWith('#')) return specifier.startsWith(ROOT) ? specifier : null
  const [name, target] = ALIASES.find(([prefix]) => specifier.startsWith(prefix)) ?? ['', '']
  return new URL(target.replace('*', specifier.slice(name.length)), ROOT).href
}

/** What the build made of a source. */
function builtFrom(specifier: string, parent: string): string | null {
  const address = addressOf(specifier, parent)
  if (!address?.endsWith('.js')) return null
  const built = address.startsWith(BUILD) ? address : `${BUILD}${address.slice(ROOT.length)}`
  return existsSync(fileURLToPath(built)) ? built : null
}

/**
 * Lets a process of the tests run what operators run (TEST_BUILD): of the sources it asks for, it
 * gets what the build made of them. Compiling them anew takes longer than most races do, and the
 * loader that compiles is asked in another thread, also for what a request imports again.
 */
registerHooks({
  resolve(specifier, context, next) {
    const built = builtFrom(specifier, context.parentURL ?? '')
    if (built) return { url: built, shortCircuit: true }
    try {
      return next(specifier, context)
    } catch (error) {
      const { url = '' } = error as { url?: string }
      if (!url.startsWith(ROOT) || !url.endsWith('.js')) throw error
      return { url: url.replace(/\.js$/, '.ts'), shortCircuit: true }
    }
  },
})
