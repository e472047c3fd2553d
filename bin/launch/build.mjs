import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from './paths.mjs'
import { runNode } from './processes.mjs'
import { readStamp, stampOf, writeStamp } from './stamps.mjs'
import { Stop } from './stop.mjs'

const SOURCES = [
  ...['app', 'bin', 'config', 'database', 'plugins', 'providers', 'public', 'resources', 'start'],
  ...['ace.js', 'adonisrc.ts', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'],
  ...['package.json', 'package-lock.json'],
]
const ASSET_SOURCES = ['resources', 'plugins', 'vite.config.ts', 'package-lock.json']
const BUILD = inRoot('build')
/** Where tsconfig.build.json lets the build grow, so that a failed one leaves the last good one. */
const FRESH = inRoot('tmp', 'build')
const OLD = inRoot('tmp', 'build.old')
const LOCK = inRoot('tmp', 'build.lock')

const isSource = (path) =>
  !path.startsWith('public/assets') && !/^plugins\/[^/]+\/tests\//.test(path)
const isAssetSource = (path) =>
  /^resources\/(css|js|icons|fonts)\//.test(path) ||
  /^plugins\/[^/]+\/assets\//.test(path) ||
  /^[^/]+$/.test(path)

/** Builds into build/ when sources or packages changed since the last build. */
export async function ensureBuilt() {
  await oneAtATime(async () => {
    const stamp = stampOf(SOURCES, isSource)
    if (readStamp(`${BUILD}/.stamp`) === stamp) return
    console.log('Building …')
    await build()
    writeStamp(`${FRESH}/.stamp`, stamp)
    swap()
  })
}

async function build() {
  let output = ''
  const code = await runNode(['ace.js', 'build', '--tsconfig=tsconfig.build.json'], {
    onOutput: (text) => (output += text),
    quiet: true,
  })
  if (code === 0 && existsSync(`${FRESH}/bin/server.js`)) return
  process.stderr.write(output)
  const kept = existsSync(BUILD) ? ' The last good build in build/ is untouched.' : ''
  throw new Stop(`The build failed; the reason stands above.${kept}`)
}

function swap() {
  rmSync(OLD, { recursive: true, force: true })
  if (existsSync(BUILD)) renameSync(BUILD, OLD)
  renameSync(FRESH, BUILD)
  rmSync(OLD, { recursive: true, force: true })
}

/** Builds only scripts and styles into public/assets, for servers that run from the sources. */
export async function ensureAssets() {
  await oneAtATime(async () => {
    const file = inRoot('public', 'assets', '.vite', 'stamp')
    const stamp = stampOf(ASSET_SOURCES, isAssetSource)
    if (readStamp(file) === stamp) return
    const code = await runNode(
      [inRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel=warn'],
      {
        env: { NODE_ENV: 'production' },
      }
    )
    if (code !== 0) throw new Stop('Scripts and styles could not be built; vite says why above.')
    writeStamp(file, stamp)
  })
}

/** Two starts at once would build into the same folder: the second waits for the first. */
async function oneAtATime(work) {
  mkdirSync(inRoot('tmp'), { recursive: true })
  while (!lock()) await wait(200)
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function lock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw new Stop(`${LOCK} cannot be written (${error.code}).`)
    if (!isAlive(Number(readStamp(LOCK)))) rmSync(LOCK, { force: true })
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
