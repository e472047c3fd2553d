/** Where the time comes from: every rule and action asks here, so that tests can set it. */
class Clock {
  #frozenAt: number | null = process.env.TEST_CLOCK ? Number(process.env.TEST_CLOCK) : null
  /** A server of a test that runs on another day; its time goes on. */
  readonly #shift = Number(process.env.TEST_CLOCK_SHIFT ?? 0)

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

  restore(): void {
    this.#frozenAt = null
  }
}

export const clock = new Clock()
