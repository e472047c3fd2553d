import type { EventEmitter } from 'node:events'
import { Exception } from '@adonisjs/core/exceptions'
import { isPartName } from '#app/web/domain/part_name'

type Part = EventEmitter & { name?: string | null; resume(): void }
type Listener = (...args: unknown[]) => unknown

const refusal = () =>
  new Exception('A part of the form has a name that no form of ours has', {
    status: 400,
    code: 'E_INVALID_MULTIPART_REQUEST',
  })

const attempt = async (work: () => unknown): Promise<void> => void (await work())

/**
 * Stands between the multipart parser and its listeners. A name that they would stumble over ends
 * the request; so does an error in a listener, which nobody else waits for: without this it would
 * leave the request unanswered and end the process.
 */
export function guardParts(form: EventEmitter): void {
  const emit = form.emit.bind(form) as (event: string, ...args: unknown[]) => boolean
  const toListeners = (part: Part) => {
    for (const listener of form.listeners('part') as Listener[]) {
      void attempt(() => listener.call(form, part)).catch(() => emit('error', refusal()))
    }
    return true
  }
  form.emit = ((event: string, ...args: unknown[]) => {
    if (event === 'field' && !isPartName(String(args[0] ?? ''))) return emit('error', refusal())
    if (event !== 'part') return emit(event, ...args)
    const part = args[0] as Part
    // A part that is skipped has no listener, and an error without one ends the process.
    part.on('error', () => {})
    if (isPartName(part.name ?? '')) return toListeners(part)
    part.resume()
    return emit('error', refusal())
  }) as typeof form.emit
}
