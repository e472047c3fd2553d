import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { sentFiles, setFiles, StoredFile } from '#core/files'
import {
  dataFolder,
  registry,
  routeTable,
  transaction,
  type RouteDeclaration,
} from '#core/platform'
import { probeUse } from '#tests/files/probe_use'
import { addProbe } from '#tests/kit/probes'

/** Takes files as a form does, and gives them to a record when the form names one. */
async function take(ctx: HttpContext) {
  const recordId = Number(ctx.request.input('record') ?? 0) || null
  const sent = await sentFiles(ctx, probeUse, { field: 'document', recordId })
  const ids = sent.files.map(({ id }) => id)
  if (recordId === null) return ctx.response.send(sent)
  const set = await transaction((trx) =>
    setFiles(trx, { use: probeUse, recordId, ids, actor: ctx.actor })
  )
  return ctx.response.send({ ...sent, set })
}

const route = {
  owner: 'probe',
  area: 'site',
  method: 'POST',
  pattern: '/probe/files',
  name: 'probe.files',
  handler: take,
  upload: true,
  embed: false,
  secret: false,
} as const satisfies RouteDeclaration

addProbe({ ...route, name: 'files' })

/** For `group.setup`: the use and its route exist until the group ends. */
export function declareFileProbe(): () => void {
  const table = routeTable() as RouteDeclaration[]
  const module = { id: 'probe', files: [probeUse] }
  table.push(route)
  registry.modules.push(module)
  return () => {
    table.splice(table.indexOf(route), 1)
    registry.modules.splice(registry.modules.indexOf(module), 1)
  }
}

const storedNames = () =>
  readdirSync(dataFolder('files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

/** Everything that a file can leave behind: rows, the counted bytes, stored and temporary files. */
export async function traces() {
  const rows = await StoredFile.query().orderBy('id')
  const [{ bytes }] = await db.from('files_usage').select('bytes')
  return {
    names: rows.map(({ name }) => name),
    sum: rows.reduce((sum, row) => sum + row.bytes, 0),
    used: Number(bytes),
    stored: storedNames(),
    expected: rows.map(({ storedAs }) => storedAs).sort(),
    temporary: readdirSync(tmpdir()).filter((name) => name.startsWith('sportello-upload-')),
  }
}
