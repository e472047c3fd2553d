import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { appKey } from '#core/platform'
import type { AnyResource, Values } from '#app/admin/definition'

/** Larger than this it would crowd out what is typed; the page then compares two versions only. */
const LARGEST = 60_000

const signed = (resource: AnyResource, id: number, packed: string) =>
  createHmac('sha256', appKey()).update(`admin.seen ${resource.id} ${id} ${packed}`).digest()

/**
 * The values from which a form was filled in, sealed so that they come back as they were: when
 * somebody else saves meanwhile, the page tells who of both changed a field.
 */
export function sealSeen(resource: AnyResource, id: number, values: Values): string {
  const packed = deflateRawSync(JSON.stringify(values)).toString('base64url')
  if (packed.length > LARGEST) return ''
  return `${packed}.${signed(resource, id, packed).toString('base64url')}`
}

/** What was sealed for this record, or null: nothing else is unpacked. */
export function openSeen(resource: AnyResource, id: number, sealed: unknown): Values | null {
  if (typeof sealed !== 'string') return null
  const [packed, seal] = sealed.split('.')
  const given = Buffer.from(seal ?? '', 'base64url')
  const right = signed(resource, id, packed)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url')).toString()) as Values
}
