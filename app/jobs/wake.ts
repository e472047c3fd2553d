type Sleeper = { wake(): void }

const sleepers = new Set<Sleeper>()

/** Lets the workers of this process look for work at once instead of at their next poll. */
export function wakeWorkers(): void {
  for (const sleeper of sleepers) sleeper.wake()
}

export function wakeMe(sleeper: Sleeper): () => void {
  sleepers.add(sleeper)
  return () => sleepers.delete(sleeper)
}
