import { openVisitor, type Visitor, type VisitorOptions } from '#tests/kit/browser'
import { signInAs } from '#tests/kit/demo_people'
import { startServer, type TestServer } from '#tests/kit/servers'

type Options = Partial<VisitorOptions> & {
  /** The page that they open first. */
  at?: string
}

export type DemoDesk = {
  server: TestServer
  /** The demo's owner at a browser, signed in. */
  owner: (options?: Options) => Promise<Visitor>
}

/** A server with the demo's records, whose staff read English. */
export async function demoDesk(clock?: number): Promise<DemoDesk> {
  const server = await startServer({ env: { DEMO: 'on', PLUGINS: undefined }, clock })
  await server.query(`update accounts_users set locale = 'en' where kind = 'staff'`)
  const owner = async ({ at = '/admin', ...options }: Options = {}) => {
    const visitor = await openVisitor({ url: server.url, ...options })
    await signInAs(visitor, server, { role: 'owner', path: at })
    return visitor
  }
  return { server, owner }
}
