import type { Group } from '@japa/runner/core'
import { clock } from '#core/platform'

/**
 * Stops the clock at an instant for every test of a group, e.g. `frozenAt(group, '2026-11-23T08:00Z')`.
 * A server of its own takes the same instant by `startServer({ clock })`, a page by
 * `openVisitor({ clock })`.
 */
export function frozenAt(group: Group, instant: string): number {
  const at = Date.parse(instant)
  group.each.setup(() => {
    clock.freeze(at)
    return () => clock.restore()
  })
  return at
}

/**
 * Stops the clock where it stands until the test ends: what a process keeps for half a second stays
 * kept, however slow the machine is. For tests that count statements.
 */
export function standStill(cleanup: (restore: () => void) => void): void {
  clock.freeze(clock.now())
  cleanup(() => clock.restore())
}
