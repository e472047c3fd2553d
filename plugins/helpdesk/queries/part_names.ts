import db from '@adonisjs/lucid/services/db'
import { User } from '#core/accounts'
import { translated, type Locale } from '#core/organisation'
import { marks, rows } from '#core/platform'
import type { Breakdown, PartKey } from '#plugins/helpdesk/domain/figures'
import { wayTo, type IntakeTree } from '#plugins/helpdesk/domain/intake'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { Team } from '#plugins/helpdesk/models/team'
import { Ticket } from '#plugins/helpdesk/models/ticket'

export type PartNames = ReadonlyMap<PartKey, string>

/** What the parts of a breakdown are called, in the language of the reader. */
export function partNames(
  by: Breakdown,
  keys: readonly PartKey[],
  locale: Locale
): Promise<PartNames> {
  const known = keys.filter((key) => key !== null)
  if (by === 'team') return teamNames()
  return by === 'agent' ? agentNames(known as number[]) : needNames(known as string[], locale)
}

async function teamNames(): Promise<PartNames> {
  return new Map((await Team.query().select('id', 'name')).map(({ id, name }) => [id, name]))
}

async function agentNames(ids: number[]): Promise<PartNames> {
  if (ids.length === 0) return new Map()
  const found = await User.query().whereIn('id', ids).select('id', 'firstName', 'lastName')
  return new Map(found.map((user) => [user.id, user.name]))
}

/** Of the newest version in which each need was chosen: "Printer › It does not print". */
async function needNames(keys: string[], locale: Locale): Promise<PartNames> {
  if (keys.length === 0) return new Map()
  const sql = `select tree from ${IntakeVersion.table} where id in
    (select max(intake_version_id) from ${Ticket.table} where need in (${marks(keys)}) group by need)
    order by id desc`
  const found = await rows<{ tree: string }>(db.connection(), sql, keys)
  const trees = found.map(({ tree }) => JSON.parse(tree) as IntakeTree)
  return new Map(keys.map((key) => [key, needName(trees, key, locale)]))
}

function needName(trees: readonly IntakeTree[], key: string, locale: Locale): string {
  for (const tree of trees) {
    const way = wayTo(tree, key)
    if (way) return way.map(({ label }) => translated(label, locale)).join(' › ')
  }
  return key
}
