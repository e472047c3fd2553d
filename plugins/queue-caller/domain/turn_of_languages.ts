const TURN_MS = 10_000

/** The language whose turn it is: all screens of a room change at the same moment. */
export const languageAt = <Language>(languages: readonly Language[], now: number): Language =>
  languages[Math.floor(now / TURN_MS) % languages.length]
