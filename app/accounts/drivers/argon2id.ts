import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { HashDriverContract } from '@adonisjs/core/types/hash'
import { PhcFormatter } from '@adonisjs/core/hash/phc_formatter'

type Cost = { memory: number; passes: number; parallelism: number }
type Node = { salt: Buffer; hash: Buffer; cost: Cost }

/** The least that OWASP's password storage sheet accepts for argon2id: 19 MiB, two passes. */
const COST: Cost = { memory: 19456, passes: 2, parallelism: 1 }
const VERSION = 0x13
const SALT_BYTES = 16
const HASH_BYTES = 32

const derive = promisify(argon2)
const formatter = new PhcFormatter<{ m: number | string; t: number | string; p: number | string }>()

// The formatter turns the numbers of `params` into text, so it never gets a cost itself.
const stored = ({ salt, hash, cost: { memory, passes, parallelism } }: Node): string =>
  formatter.serialize(salt, hash, {
    ...{ id: 'argon2id', version: VERSION },
    params: { m: memory, t: passes, p: parallelism },
  })

/** Fits no password, and takes the work of one that might: for an account that nobody has. */
export const HASH_OF_NOBODY = stored({
  salt: randomBytes(SALT_BYTES),
  hash: randomBytes(HASH_BYTES),
  cost: COST,
})

/** argon2id of node:crypto, off the main thread, stored as a PHC string. */
export class Argon2id implements HashDriverContract {
  constructor(readonly cost: Cost = COST) {}

  isValidHash(value: string): boolean {
    return this.#read(value) !== null
  }

  async make(value: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES)
    return stored({
      salt,
      hash: await this.#hash(value, salt, this.cost, HASH_BYTES),
      cost: this.cost,
    })
  }

  /** False also for a value that is no argon2id hash, instead of an error that tells them apart. */
  async verify(hashedValue: string, plainValue: string): Promise<boolean> {
    const node = this.#read(hashedValue)
    if (node === null) return false
    const hash = await this.#hash(plainValue, node.salt, node.cost, node.hash.length)
    return timingSafeEqual(hash, node.hash)
  }

  needsReHash(hashedValue: string): boolean {
    const node = this.#read(hashedValue)
    if (node === null) return true
    return (Object.keys(COST) as (keyof Cost)[]).some((key) => node.cost[key] !== this.cost[key])
  }

  #hash(message: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
    return derive('argon2id', { message, nonce, tagLength, ...cost })
  }

  #read(value: string): Node | null {
    if (!value.startsWith('$argon2id$')) return null
    try {
      const { salt, hash, params, version } = formatter.deserialize(value)
      if (version !== VERSION || !params || !salt || !hash) return null
      const cost = {
        memory: Number(params.m),
        passes: Number(params.t),
        parallelism: Number(params.p),
      }
      return Object.values(cost).every(Number.isInteger) ? { salt, hash, cost } : null
    } catch {
      return null
    }
  }
}
