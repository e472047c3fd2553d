import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'
import type { Device } from '#app/devices/definition'
import { PairedDevice } from '#app/devices/models/paired_device'

/** The device with this secret; null for an unknown one, which a revoked one is. */
export function pairedByHash(tokenHash: string): Promise<PairedDevice | null> {
  return PairedDevice.findBy('tokenHash', tokenHash)
}

/** A paired device that is only looked at: there may be thousands of them. */
export type SeenDevice = { device: Device; lastSeenAt: number }

interface Row {
  id: number
  kind: string
  subject_id: number
  location_id: number
  name: string
  last_seen_at: number | string
}

/** Those of these devices that have not been revoked, by id: for sockets that stay open. */
export async function stillPaired(ids: readonly number[]): Promise<Map<number, SeenDevice>> {
  const found = await rows<Row>(
    db.connection(),
    `select id, kind, subject_id, location_id, name, last_seen_at from devices_devices where id in (${marks(ids)})`,
    ids
  )
  return new Map(found.map((row) => [row.id, present(row)]))
}

/** Whether a device is paired with one of the subjects of a kind, e.g. screen 7. */
export async function isShownOnDevice(kind: string, subjectId: number): Promise<boolean> {
  return (await PairedDevice.query().where({ kind, subjectId }).first()) !== null
}

const present = ({ id, kind, name, ...row }: Row): SeenDevice => ({
  device: { id, kind, name, subjectId: row.subject_id, locationId: row.location_id },
  lastSeenAt: Number(row.last_seen_at),
})
