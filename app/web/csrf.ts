import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { signingKey } from '#app/web/signing_key'

const HOUR = 3_600_000
/** So long a form may lie open past the end of its session; twice the longest session. */
const LONGEST_HOURS = 24

type Asking = Pick<HttpContext, 'session' | 'actor'>

/** A page asks for its token in each of its forms. */
const made = new WeakMap<object, { sessionId: string; token: string }>()

/**
 * The token of this session's forms, null for people without a session. It is derived from the
 * session id, so a page stores nothing; its other half says for whom and when the page was made.
 */
export function csrfToken(ctx: Asking): string | null {
  const { session, actor } = ctx
  // Pages of unknown addresses are answered before any session is read.
  if (!session || session.fresh) return null
  const { sessionId } = session
  const known = made.get(ctx)
  if (known?.sessionId === sessionId) return known.token
  const hour = Math.floor(clock.now() / HOUR)
  const token = [signed(sessionId), hour, signed(personAt(actor, hour))].join('.')
  made.set(ctx, { sessionId, token })
  return token
}

/**
 * A form of this session; or one that the same person opened in an earlier session and that is
 * sent once they are back. Of somebody else it is none, also on the same computer.
 */
export function isTokenOf({ session, actor }: Asking, sent: unknown): boolean {
  if (!session || session.fresh || typeof sent !== 'string') return false
  const [ofSession, hour = '', ofPerson = ''] = sent.split('.')
  if (isSame(ofSession, signed(session.sessionId))) return true
  // Who is not signed in is nobody in particular: such a half would be that of all of them.
  if (actor.id === null) return false
  const age = Math.floor(clock.now() / HOUR) - Number(hour)
  return age >= 0 && age <= LONGEST_HOURS && isSame(ofPerson, signed(personAt(actor, Number(hour))))
}

const personAt = ({ kind, id }: Asking['actor'], hour: number) => `${kind}:${id}:${hour}`

const MOST_SIGNED = 1000
/** Whoever works here opens page after page in one session: signing takes longer than looking. */
const signatures = new Map<string, string>()

/** Half of the digest is as good as all of it, and pages with ten forms stay shorter. */
function signed(text: string): string {
  const known = signatures.get(text)
  if (known !== undefined) return known
  const made = createHmac('sha256', csrfKey()).update(text).digest('base64url').slice(0, 22)
  if (signatures.size >= MOST_SIGNED) signatures.clear()
  signatures.set(text, made)
  return made
}

let key: KeyObject | undefined
const csrfKey = () => (key ??= createSecretKey(signingKey('csrf'), 'utf8'))

/** In constant time. */
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
