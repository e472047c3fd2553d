/** How many sockets stand open for each of those whose number is limited. */
export class SocketCounts {
  readonly #open = new Map<string, number>()

  /** Counts one more; answers how many there were before. */
  take(key: string): number {
    const open = this.#open.get(key) ?? 0
    this.#open.set(key, open + 1)
    return open
  }

  release(key: string): void {
    const left = (this.#open.get(key) ?? 1) - 1
    if (left > 0) this.#open.set(key, left)
    else this.#open.delete(key)
  }
}
