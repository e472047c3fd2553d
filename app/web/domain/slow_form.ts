const SECONDS = 1000
/** Nobody reads a page and fills in a form faster; a script that must wait costs its owner more. */
const YOUNGEST = 10 * SECONDS
const OLDEST = 2 * 3600 * SECONDS

export type SlowForm = {
  /** When the form was first shown (epoch ms), out of its signed field; null when that is forged. */
  readonly shownAt: number | null
  /** A field that people do not see and machines like to fill in. */
  readonly honeypot: unknown
}

export type SlowFormAnswer =
  { ok: true } | { ok: false; reason: 'missing' | 'too_fast' | 'expired' }

/** Judges a form that was sent without JavaScript, where no proof of work can be done. */
export function judgeSlowForm({ shownAt, honeypot }: SlowForm, now: number): SlowFormAnswer {
  if (shownAt === null || (honeypot !== undefined && honeypot !== null && honeypot !== '')) {
    return { ok: false, reason: 'missing' }
  }
  const age = now - shownAt
  if (age < YOUNGEST) return { ok: false, reason: 'too_fast' }
  if (age > OLDEST) return { ok: false, reason: 'expired' }
  return { ok: true }
}
