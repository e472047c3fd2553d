import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { dataPath } from '#app/platform/data_dir'
import { contributions } from '#app/platform/enabled_plugins'
import { enablePlugin } from '#app/platform/lifecycle'
import { registry } from '#app/platform/registry'
import { withLease } from '#app/platform/lease'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** Demo data are for a first look on one's own machine, never for a server that others reach. */
export const isDemoWanted = (): boolean => env.DEMO && LOOPBACK.has(env.HOST)

async function isEmpty(): Promise<boolean> {
  return (await db.from('organisation_locations').select('id').first()) === null
}

/** Loads the demo data of every module and enabled plugin; loading it twice adds nothing. */
export async function loadDemo(): Promise<void> {
  if (!env.PLUGINS) for (const { id } of registry.plugins) await enablePlugin(id)
  for (const { value: demo } of await contributions('demo')) {
    await demo()
    // Several hundred rows: requests that came meanwhile get their turn.
    await sleep(0)
  }
}

/** At the first start of a loopback deployment without data. */
export async function loadDemoOnce(): Promise<void> {
  if (!isDemoWanted()) return
  await withLease('demo', async () => {
    if (await isEmpty()) await loadDemo()
  })
}

/** The sign-ins of the demo, as printed at every start; null without demo. */
export function demoLogins(): string | null {
  const file = dataPath('demo-logins.txt')
  return isDemoWanted() && existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : null
}

/**
 * Whether this is for trying things out: outside production, or with the invented people of the demo
 * at an address that only this machine has. What stands in for money is offered nowhere else.
 */
export const isTrial = (): boolean =>
  !app.inProduction || (demoLogins() !== null && isOwnMachine(env.APP_URL))

const isOwnMachine = (url: string | undefined): boolean =>
  url === undefined || LOOPBACK.has(new URL(url).hostname.replace(/^\[|\]$/g, ''))
