import { clock } from '#app/platform/clock'

export type Cached<T> = {
  /** The value, loaded again when older than the time given; concurrent callers share one load. */
  get(): Promise<T>
  /** Drops the value, for the process that has just changed it. */
  forget(): void
}

type Forgetful = { forget(): void }

const all = new Set<Forgetful>()

/** Lets tests drop what this process keeps, after the database was reset. */
export function rememberToForget(kept: Forgetful): void {
  all.add(kept)
}

/**
 * Keeps a value for a number of milliseconds. Another process sees a change after that time at
 * the latest, which is why plugins, settings and the organisation use 500.
 */
export function cached<T>(milliseconds: number, load: () => Promise<T>): Cached<T> {
  let value: Promise<T> | null = null
  let loadedAt = 0

  const entry: Cached<T> = {
    get() {
      const age = Math.abs(clock.now() - loadedAt)
      if (value === null || age >= milliseconds) {
        loadedAt = clock.now()
        const loading = load()
        value = loading
        loading.catch(() => {
          if (value === loading) value = null
        })
      }
      return value
    },
    forget() {
      value = null
    },
  }
  rememberToForget(entry)
  return entry
}

/** Drops every cached value of this process; tests call it after the database was reset. */
export function forgetCaches(): void {
  for (const entry of all) entry.forget()
}
