import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '#app/platform/data_dir'
import { E_CONFIGURATION } from '#app/platform/exceptions'
import env from '#start/env'

const SHORTEST = 32

/** The key that signs and encrypts: APP_KEY, else one made at the first start and kept in DATA_DIR. */
export function appKey(): string {
  if (env.APP_KEY) {
    if (env.APP_KEY.length < SHORTEST) {
      const example = randomBytes(24).toString('base64url')
      throw new E_CONFIGURATION([
        `APP_KEY is shorter than ${SHORTEST} characters. Example: APP_KEY=${example}`,
      ])
    }
    return env.APP_KEY
  }
  const file = join(dataFolder('keys'), 'app.key')
  try {
    // "wx" lets exactly one of several starting processes write the key.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
