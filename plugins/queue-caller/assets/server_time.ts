/** The time of the server, told by a screen whose own clock may be wrong or be put right. */
export class ServerTime {
  #told = 0
  #toldAt = 0

  learn(now: number): void {
    this.#told = now
    this.#toldAt = performance.now()
  }

  now(): number {
    return this.#told + performance.now() - this.#toldAt
  }
}
