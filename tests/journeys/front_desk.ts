import { createServer, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { openVisitor, type Visitor } from '#tests/kit/browser'
import { signInAs, type DemoRole } from '#tests/kit/demo_people'
import { openMailbox, type Mailbox } from '#tests/kit/mailbox'
import { startServer, type TestServer } from '#tests/kit/servers'

const DAY = 86_400_000
const TUESDAY = 2

/** From now to half past six (UTC) of the coming Tuesday: both demo places are about to open. */
export function shiftToTuesday(now = Date.now()): number {
  const date = new Date(now)
  const days = ((TUESDAY - date.getUTCDay() + 7) % 7) + 7
  return (
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 6, 30) + days * DAY - now
  )
}

/** The demo as an operator starts it, with a mail server beside it. */
export type FrontDesk = {
  server: TestServer
  mailbox: Mailbox
  /** `2027-01-19`: the day of the desk, at both places. */
  today: string
  /** A member of staff who has signed in and stands on this page. */
  staff(path: string, role?: DemoRole): Promise<Visitor>
  close(): Promise<void>
}

/** @param time the desk's time begins here, else on Tuesday; it jumps with `server.moveTo` and `skip` */
export async function openFrontDesk({
  time = Date.now() + shiftToTuesday(),
}: { time?: number } = {}): Promise<FrontDesk> {
  const mailbox = await openMailbox()
  const server = await startServer({ env: { ...mailbox.env, DEMO: 'on' }, time })
  await server.query(`update accounts_users set locale = 'en' where kind = 'staff'`)
  await demoMailsAreSent(server)
  return {
    server,
    mailbox,
    today: new Date(time).toISOString().slice(0, 10),
    staff: (path, role = 'desk') => signIn(server, role, path),
    close: async () => {
      await server.stop()
      await mailbox.close()
    },
  }
}

/** The mails of the demo's own appointments go out first; no ticket waits behind them. */
async function demoMailsAreSent(server: TestServer): Promise<void> {
  const waiting = `select count(*) as n from messaging_mails where state in ('queued', 'sending')`
  for (;;) {
    const [{ n }] = await server.query<{ n: number | string }>(waiting)
    if (Number(n) === 0) return
    await wait(200)
  }
}

async function signIn(server: TestServer, role: DemoRole, path: string): Promise<Visitor> {
  const visitor = await openVisitor({ url: server.url, address: '10.77.0.1' })
  await signInAs(visitor, server, { role, path })
  return visitor
}

/** The organisation's own site, on another origin: one page with this in its body. */
export async function openSite(
  body: string
): Promise<{ url: string; host: string; close(): Promise<void> }> {
  const site: Server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Our site</title><body>${body}</body>`)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const host = `localhost:${(site.address() as AddressInfo).port}`
  const close = () => new Promise<void>((resolve) => void site.close(() => resolve()))
  return { url: `http://${host}/`, host, close }
}
