import { existsSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { Stop } from './stop.mjs'

/**
 * AdonisJS 7 needs Node 24, argon2 needs 24.7. The repository brings it as an npm package,
 * so that a machine with Node 20 needs nothing else.
 */
export function node() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const folder = inRoot('node_modules', `node-${platform}-${process.arch}`, 'bin')
  const brought = `${folder}/${process.platform === 'win32' ? 'node.exe' : 'node'}`
  if (existsSync(brought)) return brought
  if (isRecent(process.versions.node)) return process.execPath
  throw new Stop(
    `Node 24.7 or newer is needed and npm has none for ${process.platform}-${process.arch}: install it (see .nvmrc), then run this again. This is ${process.version}.`
  )
}

/** @param {string} version */
export function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 7)
}
