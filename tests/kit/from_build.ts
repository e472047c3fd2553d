import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = new URL('../../', import.meta.url).href
const BUILD = pathToFileURL(`${process.env.TEST_BUILD}/`).href

/**
 * Lets a process of the tests run what operators run (TEST_BUILD): of the sources it asks for, it
 * gets what the build made of them. Compiling them anew takes longer than most races do.
 */
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context)
    } catch (error) {
      const { url = '' } = error as { url?: string }
      if (!url.startsWith(ROOT) || !url.endsWith('.js')) throw error
      const built = `${BUILD}${url.slice(ROOT.length)}`
      if (existsSync(fileURLToPath(built))) return { url: built, shortCircuit: true }
      return { url: url.replace(/\.js$/, '.ts'), shortCircuit: true }
    }
  },
})
