/** A cookie that is set, as the cookie page tells of it. */
export type CookieDefinition = {
  /** As a browser lists it. */
  name: string
  /** Lang key of one sentence: what it is for. */
  what: string
  /** How long a browser keeps it; `null`: until it is closed. */
  keeps: { minutes: number } | { days: number } | null
}
