import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { inRoot, ROOT } from './paths.mjs'
import { readStamp, stampOf, writeStamp } from './stamps.mjs'
import { Stop } from './stop.mjs'

const STAMP = inRoot('node_modules', '.sportello-lock')
/** What npm writes at the end of every installation: the lockfile as it stands in node_modules. */
const INSTALLED = inRoot('node_modules', '.package-lock.json')

/**
 * Installs the packages of the lockfile when they are not the ones installed.
 * Build tools are needed whatever NODE_ENV says, and Node 24 itself is an optional package.
 */
export async function ensureInstalled() {
  const stamp = `${process.platform}-${process.arch} ${stampOf(['package-lock.json'])}`
  if (readStamp(STAMP) === stamp) return
  if (!isInstalled()) install()
  writeStamp(STAMP, stamp)
}

/** True when npm itself installed every package of the lockfile, for example by `npm install`. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false
  const present = packagesIn(INSTALLED)
  return Object.entries(packagesIn(inRoot('package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' ||
      // npm notes the packages even when it only wrote the lockfile and installed none of them.
      (present[path]?.version === wanted.version && existsSync(inRoot(path))) ||
      isForeign(wanted)
  )
}

/** npm leaves out optional packages that are for other machines, and what only those need. */
function isForeign({ optional, os, cpu, libc }) {
  if (!optional) return false
  const glibc = Boolean(process.report?.getReport().header.glibcVersionRuntime)
  return !(
    os?.includes(process.platform) &&
    (!cpu || cpu.includes(process.arch)) &&
    (!libc || libc.includes(glibc ? 'glibc' : 'musl'))
  )
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }>}
 */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

function install() {
  console.log('Installing the packages of package-lock.json …')
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
      })
    : spawnSync('npm', args, {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      })
  if (error) throw new Stop(`npm cannot be run: ${error.message}`)
  if (status !== 0) throw new Stop('The packages could not be installed; npm says why above.')
}
