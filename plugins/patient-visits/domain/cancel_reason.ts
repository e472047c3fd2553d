/** Whether patients are asked why they cancel. */
export const REASON_MODES = ['off', 'optional', 'required'] as const
export type ReasonMode = (typeof REASON_MODES)[number]

/** Characters. */
export const LONGEST_REASON = 500

export type ReadReason =
  { ok: true; reason: string | null } | { ok: false; reason: 'missing' | 'too_long' }

/**
 * V4: the reason as it is kept, null for none. Where nobody is asked nothing is kept: it would be
 * health data that nobody wanted.
 */
export function readReason(typed: string | null, mode: ReasonMode): ReadReason {
  const text = typed?.trim() ?? ''
  if (mode === 'off') return { ok: true, reason: null }
  if (text === '')
    return mode === 'required' ? { ok: false, reason: 'missing' } : { ok: true, reason: null }
  if ([...text].length > LONGEST_REASON) return { ok: false, reason: 'too_long' }
  return { ok: true, reason: text }
}
