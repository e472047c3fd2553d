import { ensureBuilt } from './build.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { runNode } from './processes.mjs'

/**
 * How the built server runs. A young generation of half the usual size takes 40 MB less once
 * thousands of screens are connected, and its collections hold nobody up for longer.
 */
export const SERVER_FLAGS = ['--enable-source-maps', '--max-semi-space-size=16']

/** The built server stands in build/, but the operator's `.env` lies beside the sources. */
const place = () => ({ ENV_PATH: process.env.ENV_PATH || ROOT })

/** @param {string[]} args */
export async function start(args) {
  await ensureBuilt()
  return runNode([...SERVER_FLAGS, inRoot('build/bin/server.js'), ...args], {
    env: { ...place(), NODE_ENV: process.env.NODE_ENV || 'production' },
  })
}

/** @param {string[]} args */
export function dev(args) {
  return runNode(['ace.js', 'serve', '--hmr', ...args], {
    env: { ...place(), NODE_ENV: process.env.NODE_ENV || 'development' },
  })
}

/** @param {string[]} args */
export function ace(args) {
  return runNode(['ace.js', ...args], { env: place() })
}
