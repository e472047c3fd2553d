import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { wholeDataMap } from '#core/privacy'
import { captcha } from '#core/web'
import { freshDatabase } from '#tests/kit/database'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'

export type Sends = { client: HttpClient; form: Pick<HtmlForm, 'action' | 'fields'> }

/** A form outside the resources of the panel. */
export type OwnForm = {
  name: string
  /** Tables of its model and of whatever else it writes. */
  tables: string[]
  /** Makes all that comes before it, and fills it in, always the same. */
  open: () => Promise<Sends>
}

/** Differ by chance from one database to the next. */
const BY_CHANCE = /(^|_)(id|hash|token|secret|password|search_key)$|^updated_at$/
const FORGED = /\b4242\b|forged/

/** A value that a column of this name would take. */
function forgedFor(column: string): string {
  if (/(^|_)(id|at|version|number)$/.test(column)) return '4242'
  if (/^(is|has)_|^complete$/.test(column)) return '1'
  return /answers|data/.test(column) ? '{"x":4242}' : 'forged'
}

const camel = (column: string) =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Every column of these tables under both of its names, except what the form itself sends. */
function strangers(tables: readonly string[], own: HtmlForm['fields']): Record<string, string> {
  const map = wholeDataMap()
  const sends = new Set(Object.keys(own).map((name) => name.split('[')[0]))
  const columns = tables.flatMap((table) => Object.keys(map[table]))
  const names = columns.flatMap((column) => [column, camel(column)].map((name) => [name, column]))
  return Object.fromEntries(
    names.filter(([name]) => !sends.has(name)).map(([name, column]) => [name, forgedFor(column)])
  )
}

const plain = (column: string, value: unknown) =>
  BY_CHANCE.test(column) && value !== null && !FORGED.test(String(value)) ? 'some' : value

/** All rows of these tables; what differs by chance is only there or not. */
async function rowsOf(tables: readonly string[]) {
  const found: Record<string, string[]> = {}
  for (const table of tables) {
    const rows: Record<string, unknown>[] = await db.from(table).select('*')
    found[table] = rows
      .map((row) =>
        JSON.stringify(Object.entries(row).map(([column, value]) => [column, plain(column, value)]))
      )
      .sort()
  }
  return found
}

async function sent({ tables, open }: OwnForm, isForged: boolean) {
  const clean = await freshDatabase()
  try {
    const { client, form } = await open()
    const extra = isForged ? strangers(tables, form.fields) : {}
    const answer: Answer = await client.post(form.action, { ...extra, ...form.fields })
    return { status: answer.status, added: Object.keys(extra).length, rows: await rowsOf(tables) }
  } finally {
    await clean()
  }
}

/**
 * Each form, sent with every column of its tables added, leaves exactly what it leaves without
 * them: the same rows in new databases at the same time.
 */
export function ownForms(title: string, at: string, forms: readonly OwnForm[]): void {
  test.group(`mass assignment | ${title}`, (group) => {
    group.each.setup(() => {
      clock.freeze(Date.parse(at))
      captcha.fake()
      return () => {
        clock.restore()
        captcha.restore()
      }
    })
    for (const form of forms) {
      test(`${form.name} changes nothing that is not its own`, async ({ assert }) => {
        const [without, withAll] = [await sent(form, false), await sent(form, true)]
        assert.oneOf(without.status, [302, 303], 'the form is taken')
        assert.isAbove(withAll.added, 3)
        assert.equal(withAll.status, without.status)
        assert.deepEqual(withAll.rows, without.rows)
      }).timeout(60_000)
    }
  })
}
