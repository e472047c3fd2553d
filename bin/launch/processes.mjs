import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { delimiter } from 'node:path'
import { node } from './node.mjs'
import { inRoot, ROOT } from './paths.mjs'

/** Niceness of who yields: idle cores are theirs, and a quarter of busy ones. */
export const YIELDING = 5

/** @typedef {{ env?: Record<string, string | undefined>, onOutput?: (text: string) => void, quiet?: boolean, yielding?: boolean }} RunOptions */

/**
 * Runs a program to its end and answers its exit code; signals sent to us reach it.
 * `onOutput` also receives what it prints; `quiet` keeps that from the terminal; one that is
 * `yielding` lets others have the processor first.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = {}, onOutput, quiet, yielding } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: environment(env),
    stdio: [
      'inherit',
      onOutput || quiet ? 'pipe' : 'inherit',
      onOutput || quiet ? 'pipe' : 'inherit',
    ],
  })
  if (yielding && child.pid) setPriority(child.pid, YIELDING)
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      onOutput?.(text)
      if (!quiet) target.write(text)
    })
  }
  const forget = forwardSignals(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      forget()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * Runs a script under Node 24.
 *
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runNode = (args, options) => run(node(), args, options)

/** @param {Record<string, string | undefined>} extra */
function environment(extra) {
  const env = { ...process.env, ...extra }
  env.PATH = [inRoot('node_modules', '.bin'), process.env.PATH].filter(Boolean).join(delimiter)
  return env
}

/** A terminal sends Ctrl+C to the whole group, so SIGINT is passed on only where there is none. */
function forwardSignals(child) {
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT']
  const listeners = signals.map((signal) => {
    const listener = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return () => listeners.forEach((remove) => remove())
}
