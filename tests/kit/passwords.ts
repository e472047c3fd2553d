import hash from '@adonisjs/core/services/hash'
import { Argon2id } from '#app/accounts/drivers/argon2id'

/** Nobody guesses passwords of invented people; the strength of ours took a fifth of a run. */
const QUICK = { memory: 64, passes: 1, parallelism: 1 }

const use = (hasher: string) => void Object.assign(hash.config, { default: hasher })

/** Hashes the passwords of this test process with hardly any work. */
export function hashQuickly(): void {
  Object.assign(hash.config.list, { quick: () => new Argon2id(QUICK) })
  use('quick')
}

/** For `group.setup`: hashes as operators' servers do, in tests that are about it. */
export function hashWithFullStrength(): () => void {
  use('argon2id')
  return () => use('quick')
}
