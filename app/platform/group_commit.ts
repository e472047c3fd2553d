import { setImmediate } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isContention, PATIENCE_MS, pauseAfter } from '#app/platform/contention'
import { errorRecord } from '#app/platform/domain/error_record'
import { rows } from '#app/platform/rows'

type Trx = TransactionClientContract
type Work = (trx: Trx) => Promise<unknown>
type Waiting = { work: Work; resolve: (value: never) => void; reject: (error: unknown) => void }
type Hook = () => void | Promise<void>

/** A transaction of the group that has written and waits for the commit of all. */
type Written = { member: Waiting; value: unknown; hooks: Hook[] }

/** No transaction joins a group that is older; bounds how long the first one waits for the last. */
const LONGEST_MS = 25

/** A group begins when nobody came for so many turns of the event loop, or after so long. */
const QUIET_TURNS = 3
const LONGEST_WAIT_MS = 5

const waiting: Waiting[] = []
let isRunning = false

/**
 * SQLite writes one transaction at a time and ends each with the disk's own write, which costs
 * more than most of their work. Those that wait for the one connection share a commit: each in a
 * savepoint of its own, so that one that fails takes nothing of the others with it. None gets its
 * answer before the commit, so what is acknowledged is as durable as it was alone.
 */
export function commitTogether<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    waiting.push({ work, resolve, reject })
    if (isRunning) return
    isRunning = true
    void runGroups()
  })
}

async function runGroups(): Promise<void> {
  try {
    while (waiting.length > 0) {
      await othersOnTheirWay()
      await runGroup()
    }
  } finally {
    isRunning = false
  }
}

/** Requests that came in with the first one read until their own transaction, and join. */
async function othersOnTheirWay(): Promise<void> {
  const began = performance.now()
  let quiet = 0
  while (quiet < QUIET_TURNS && performance.now() - began < LONGEST_WAIT_MS) {
    const known = waiting.length
    await setImmediate()
    quiet = waiting.length > known ? 0 : quiet + 1
  }
}

async function runGroup(): Promise<void> {
  const written: Written[] = []
  try {
    await inTransaction((trx) => fillGroup(trx, written))
  } catch (error) {
    // It could not begin, or not commit: nothing of it is stored, and everybody hears so.
    const failed = written.length > 0 ? written.map(({ member }) => member) : waiting.splice(0)
    for (const { reject } of failed) reject(error)
    return
  }
  for (const one of written) await tellOfCommit(one)
}

/**
 * With the lock up front: a read that turns into a write fails when another process wrote in
 * between. While that one is writing the group waits as a whole, and those who come join it.
 */
async function inTransaction(work: (trx: Trx) => Promise<void>): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    let isBegun = false
    try {
      return await db.transaction(async (trx) => {
        await rows(trx, 'update platform_write_lock set held = held where 0')
        isBegun = true
        await work(trx)
      })
    } catch (error) {
      if (isBegun || !isContention(error) || performance.now() > until) throw error
      await pauseAfter(0)
    }
  }
}

async function fillGroup(trx: Trx, written: Written[]): Promise<void> {
  const began = performance.now()
  while (waiting.length > 0 && performance.now() - began < LONGEST_MS) {
    const done = await runMember(trx, waiting.shift()!)
    if (done) written.push(done)
  }
}

async function runMember(trx: Trx, member: Waiting): Promise<Written | null> {
  const hooks: Hook[] = []
  try {
    const value = await inSavepoint(trx, () => member.work(withHooks(trx, hooks)))
    return { member, value, hooks }
  } catch (error) {
    member.reject(error)
    return null
  }
}

/** By hand: a transaction within a transaction of the query builder costs several statements. */
async function inSavepoint<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  await rows(trx, 'savepoint member')
  try {
    const value = await work()
    await rows(trx, 'release member')
    return value
  } catch (error) {
    await rows(trx, 'rollback to member')
    await rows(trx, 'release member')
    throw error
  }
}

/** The group's transaction as one of its members sees it: what follows is the member's own. */
function withHooks(trx: Trx, hooks: Hook[]): Trx {
  const seen: Trx = Object.create(trx)
  seen.after = (event, hook) => {
    if (event === 'commit') hooks.push(hook)
    return seen
  }
  return seen
}

async function tellOfCommit({ member, value, hooks }: Written): Promise<void> {
  for (const hook of hooks) {
    try {
      await hook()
    } catch (error) {
      logger.error({ error: errorRecord(error) }, 'What follows a commit failed')
    }
  }
  member.resolve(value as never)
}
