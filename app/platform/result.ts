/** What an action answers: its values, or one typed reason that the caller translates. */
export type Result<T extends object, R extends string> =
  ({ ok: true } & T) | { ok: false; reason: R }

/** Who did it. `public` is a person without an account, `system` a job or command. */
export type Actor = { kind: 'system' | 'public' | 'customer' | 'staff'; id: number | null }

export const SYSTEM: Actor = { kind: 'system', id: null }
export const PUBLIC: Actor = { kind: 'public', id: null }
