import type { FieldErrors, Values, Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { marks, rows, type Trx } from '#core/platform'
import { Service } from '#core/scheduling'
import { issuedToday } from '#plugins/queue-caller/actions/issued_today'
import { Line } from '#plugins/queue-caller/models/line'

type Asked = { values: Values; record: Line | null; trx: Trx; viewer: Viewer }
type Placed = Asked & { locationId: number }

const ownWord = (word: string) => `queue-caller.admin.lines.errors.${word}`

/** What is wrong with a line beside its single fields. */
export async function lineErrors(asked: Asked): Promise<FieldErrors> {
  const { record, values } = asked
  const placed = { ...asked, locationId: record?.locationId ?? (values.locationId as number) }
  return {
    ...(await numbersStand(asked)),
    ...numbersAreInOrder(values),
    ...(await letterIsFree(placed)),
    ...(await servicesAreFree(placed)),
    ...(await nobodyWaits(asked)),
  }
}

const numbersAreInOrder = ({ firstNumber, lastNumber }: Values): FieldErrors =>
  Number(firstNumber) > Number(lastNumber) ? { lastNumber: ownWord('last_before_first') } : {}

async function letterIsFree({ values, record, trx, locationId }: Placed): Promise<FieldErrors> {
  const { letter } = values as { letter: string }
  const others = Line.query({ client: trx }).where({ locationId, letter })
  if (record) others.whereNot('id', record.id)
  return (await others.first()) ? { letter: ownWord('letter_taken') } : {}
}

const NUMBERING = ['letter', 'firstNumber', 'lastNumber'] as const

/** Q1: a number stands for one person a day, so what numbers are made of stays for that day. */
async function numbersStand({ values, record, trx }: Asked): Promise<FieldErrors> {
  if (!record) return {}
  const changed = NUMBERING.filter((name) => values[name] !== record[name])
  if (changed.length === 0 || (await issuedToday(trx, record)) === 0) return {}
  return Object.fromEntries(changed.map((name) => [name, ownWord('numbers_given_out')]))
}

interface TakenRow {
  service_id: number
  line_id: number
}

/** A service feeds one line of a location at most. */
async function servicesAreFree({ values, record, ...asked }: Placed): Promise<FieldErrors> {
  const { trx, viewer, locationId } = asked
  const ids = (values.serviceIds as number[]) ?? []
  if (ids.length === 0) return {}
  const select = `select service_id, line_id from queue_caller_line_services where location_id = ? and line_id <> ? and service_id in (${marks(ids)}) order by service_id`
  const [taken] = await rows<TakenRow>(trx, select, [locationId, record?.id ?? 0, ...ids])
  if (!taken) return {}
  const service = await Service.findOrFail(taken.service_id, { client: trx })
  const line = await Line.findOrFail(taken.line_id, { client: trx })
  const names = { service: translated(service.name, viewer.locale), line: lineLabel(line, viewer) }
  return { serviceIds: viewer.t(ownWord('service_taken'), names) }
}

/** Nobody would call them any more; appointments leave a line that is switched off by themselves. */
async function nobodyWaits({ values, record, trx, viewer }: Asked): Promise<FieldErrors> {
  if (!record?.active || values.active) return {}
  const select = `select count(*) as n from queue_caller_tickets where line_id = ? and reservation_id is null and state in ('waiting', 'absent')`
  const [{ n }] = await rows<{ n: number | string }>(trx, select, [record.id])
  return Number(n) > 0 ? { active: viewer.t(ownWord('people_wait'), { count: Number(n) }) } : {}
}

/** "A · Advice" */
export const lineLabel = ({ letter, name }: Line, { locale }: Viewer): string =>
  `${letter} · ${translated(name, locale)}`
