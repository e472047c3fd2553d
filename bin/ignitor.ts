import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 7)) {
  console.error(
    'Sportello runs on Node 24.7 or newer. Use the npm scripts: they bring their own Node.'
  )
  process.exit(1)
}

const APP_ROOT = new URL('../', import.meta.url)

function importer(filePath: string) {
  const isRelative = filePath.startsWith('./') || filePath.startsWith('../')
  return import(isRelative ? new URL(filePath, APP_ROOT).href : filePath)
}

/** The application, ready to be started as web server, command line or test runner. */
export function ignitor() {
  return new Ignitor(APP_ROOT, { importer }).tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
    app.listen('SIGINT', () => app.terminate())
  })
}
