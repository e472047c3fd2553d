/** How often something may be done: `points` attempts in a window of `seconds`. */
export type Limit = {
  /** Prefixed with module or plugin, e.g. `booking.confirm`. */
  readonly id: string
  readonly points: number
  readonly seconds: number
  /**
   * `database` counts exactly over all processes and restarts: sign-in, mails, bookings.
   * `memory` counts in this process alone and costs nothing: look-ups and plain pages.
   */
  readonly store: 'database' | 'memory'
}

/** A counter's window: attempts used so far, and when (epoch ms) it starts anew. */
export type Window = { readonly used: number; readonly endsAt: number }

/** The window after another `weight` attempts; an ended one starts anew. */
export function countUp(
  window: Window | undefined,
  limit: Limit,
  weight: number,
  now: number
): Window {
  if (!window || window.endsAt <= now) return { used: weight, endsAt: now + limit.seconds * 1000 }
  return { used: window.used + weight, endsAt: window.endsAt }
}

/** Seconds until the next attempt is allowed; 0 when this one is. */
export function secondsToWait(window: Window, limit: Limit, now: number): number {
  if (window.used <= limit.points) return 0
  return Math.max(1, Math.ceil((window.endsAt - now) / 1000))
}
