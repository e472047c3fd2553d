import { appUrl } from '#config/app'
import env from '#start/env'

const host = new URL(appUrl).hostname

/** Seconds are enough for a mail server that is well; what hangs is tried again later. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Mail leaves by SMTP; without SMTP_HOST it is kept in the outbox, where staff read it. */
export const smtp = env.SMTP_HOST
  ? {
      host: env.SMTP_HOST,
      port: env.SMTP_PORT,
      secure: env.SMTP_SECURE,
      auth: env.SMTP_USER
        ? { type: 'login' as const, user: env.SMTP_USER, pass: env.SMTP_PASSWORD ?? '' }
        : undefined,
      ...PATIENCE,
    }
  : null

/** `Front desk <desk@example.org>` → `desk@example.org`; the name is the organisation's. */
const bareAddress = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from

/** The sender's address; it is also the organizer of calendar invitations. */
export const senderAddress = env.MAIL_FROM ? bareAddress(env.MAIL_FROM) : `no-reply@${host}`

/** Right-hand side of every Message-ID and calendar UID. */
export const mailHost = host
