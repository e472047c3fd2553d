import type { Trx } from '#core/platform'

export type LiveListeners = {
  /** Another process changed what this channel shows. */
  changed: (channel: string) => void
  /** Messages may have been missed: everything may have changed. */
  missed: () => void
}

/** Tells the other processes of a deployment that a channel changed. Only names travel. */
export type LiveDriver = {
  start: (listeners: LiveListeners) => Promise<void>
  /** Reaches the others once `trx` commits, never if it rolls back; at once without one. */
  publish: (trx: Trx | null, channel: string) => Promise<void>
  stop: () => Promise<void>
}
