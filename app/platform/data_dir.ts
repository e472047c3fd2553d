import { mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

/** A build lives in `build/` and is deleted by the next one; what must last lies beside it. */
function projectRoot(): string {
  const root = app.makePath()
  return basename(root) === 'build' ? dirname(root) : root
}

/**
 * Absolute path inside DATA_DIR (default `storage/` beside the sources), where everything lives
 * that must outlast a build: database, uploads, keys, operator overrides.
 */
export function dataPath(...segments: string[]): string {
  return join(resolve(projectRoot(), env.DATA_DIR ?? 'storage'), ...segments)
}

/** Like dataPath, and makes the folder. */
export function dataFolder(...segments: string[]): string {
  const folder = dataPath(...segments)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
