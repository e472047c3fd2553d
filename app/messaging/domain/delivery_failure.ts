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
