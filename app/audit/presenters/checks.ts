import { stateCell, type Viewer } from '#core/admin'
import type { AuditCheck } from '#app/audit/models/audit_check'

const key = (word: string) => `audit.admin.chain.${word}`

/** The page about the chain: the last answer in words, and those before it. */
export function presentChecks(checks: readonly AuditCheck[], viewer: Viewer) {
  const last = checks.at(0)
  return {
    title: viewer.t(key('title')),
    notice: last && !last.isSound ? faultOf(last, viewer) : null,
    head: last ? { position: last.position, hash: last.hash } : null,
    columns: ['at', 'result', 'verified', 'position'].map((name) => ({
      label: viewer.t(key(`columns.${name}`)),
      align: name === 'verified' || name === 'position' ? 'end' : undefined,
      strong: name === 'at',
    })),
    rows: checks.map((check) => ({ cells: cellsOf(check, viewer) })),
  }
}

function cellsOf(check: AuditCheck, viewer: Viewer) {
  const { at, verified, position, isSound } = check
  const label = viewer.t(key(isSound ? 'sound' : `reasons.${check.reason}`))
  return [
    viewer.formats().dateTime(at),
    stateCell(isSound ? 'called' : 'problem', label),
    viewer.formats().number(verified),
    viewer.formats().number(position),
  ]
}

function faultOf({ brokenEntry, brokenPosition, reason }: AuditCheck, viewer: Viewer) {
  const why = viewer.t(key(`reasons.${reason}`))
  return viewer.t(key('broken'), { entry: brokenEntry, position: brokenPosition, why })
}
