import { setTimeout as sleep } from 'node:timers/promises'

/** Longer than any writer of ours takes, shorter than a visitor waits. */
export const PATIENCE_MS = 15_000
const LONGEST_PAUSE_MS = 100
/** SQLite with all its kinds of busy; PostgreSQL's serialization failure and deadlock. */
const CONTENTION = /^(SQLITE_(BUSY|LOCKED)(_[A-Z]+)?|40001|40P01)$/

/** Another process is in the way of a write; it may succeed in a moment. */
export function isContention(error: unknown): boolean {
  return error instanceof Error && CONTENTION.test((error as Error & { code?: string }).code ?? '')
}

/** A random pause, longer at most from attempt to attempt, so that two do not keep step. */
export function pauseAfter(attempt: number): Promise<void> {
  return sleep(Math.random() * Math.min(10 * 2 ** attempt, LONGEST_PAUSE_MS))
}
