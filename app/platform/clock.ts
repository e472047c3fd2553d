import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 50

/** Where the time comes from: every rule and action asks here, so that tests can set it. */
class Clock {
  #frozenAt: number | null = process.env.TEST_CLOCK ? Number(process.env.TEST_CLOCK) : null
  /** A server of a test that runs on another day; its time goes on. */
  #shift = Number(process.env.TEST_CLOCK_SHIFT ?? 0)

  constructor() {
    const { TEST_CLOCK_FILE: file } = process.env
    if (file) this.#follow(file)
  }

  /** The present instant in epoch milliseconds. */
  now(): number {
    return this.#frozenAt ?? Date.now() + this.#shift
  }

  /** Stops the clock at an instant (epoch milliseconds). Tests only. */
  freeze(at: number): void {
    this.#frozenAt = at
  }

  /** Moves a frozen clock on by a number of milliseconds. Tests only. */
  advance(milliseconds: number): void {
    this.#frozenAt = this.now() + milliseconds
  }

  /** A test moves the time of running servers by writing the shift into a file. */
  #follow(file: string): void {
    const look = () => void (this.#shift = Number(readFileSync(file, 'utf8')))
    look()
    setInterval(look, LOOK_EVERY_MS).unref()
  }

  restore(): void {
    this.#frozenAt = null
  }

  /**
   * Does something as if it were then, e.g. what demo data had happen last week. The whole process
   * is in that time, so only where nobody is served yet.
   */
  async during<T>(instant: number, work: () => Promise<T>): Promise<T> {
    const before = this.#frozenAt
    this.#frozenAt = instant
    try {
      return await work()
    } finally {
      this.#frozenAt = before
    }
  }
}

export const clock = new Clock()
