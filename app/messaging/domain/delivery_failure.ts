/** What nodemailer's errors carry: `responseCode` is the server's, `code` the stage. */
type SmtpError = { code?: string; responseCode?: number }

/** Stages in which a refusal is about this mail; elsewhere it is about our access to the server. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE'])

/**
 * True when the server refused this mail for good (5xx to its sender, recipient or content). A
 * wrong password also answers 5xx, but the operator will mend it, so that is tried again.
 */
export function isPermanent(error: unknown): boolean {
  const { code, responseCode } = error as SmtpError
  return ABOUT_THE_MAIL.has(code ?? '') && responseCode !== undefined && responseCode >= 500
}

/** Why a mail did not go out, as an operator understands it. */
export type FailureKind =
  'unknown_host' | 'unreachable' | 'no_answer' | 'encryption' | 'sign_in' | 'refused' | 'other'

const KINDS: Readonly<Record<string, FailureKind>> = {
  EDNS: 'unknown_host',
  ENOTFOUND: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ECONNECTION: 'unreachable',
  ETIMEDOUT: 'no_answer',
  ETLS: 'encryption',
  EAUTH: 'sign_in',
  ENOAUTH: 'sign_in',
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
}

/** The transport names the stage in `code`; below it, in `cause` or `errno`, the network's word. */
export function failureKind(error: unknown): FailureKind {
  const { code = '', message = '' } = error as SmtpError & { message?: string }
  if (code === 'ESOCKET') return socketFailure(message)
  return KINDS[code] ?? 'other'
}

function socketFailure(message: string): FailureKind {
  if (/ssl|tls|certificate|wrong version/i.test(message)) return 'encryption'
  const named = Object.keys(KINDS).find((code) => message.includes(code))
  return named ? KINDS[named] : 'unreachable'
}
