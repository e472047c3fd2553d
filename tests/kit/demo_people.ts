import type { Visitor } from '#tests/kit/browser'
import type { TestServer } from '#tests/kit/servers'

export type DemoRole = 'owner' | 'manager' | 'desk' | 'customer'

/** Passwords of the demo are random; the start printed them. */
export function demoPerson({ process }: TestServer, role: DemoRole) {
  const printed = new RegExp(`^${role}\\s+(\\S+)\\s+(\\S+)$`, 'm').exec(process.output())
  if (!printed) throw new Error(`No demo sign-in for ${role}`)
  return { email: printed[1], password: printed[2] }
}

/** Signs somebody of the demo in by the form, which leads them on to `path`. */
export async function signInAs(
  visitor: Visitor,
  server: TestServer,
  { role, path }: { role: DemoRole; path: string }
): Promise<void> {
  const { page } = visitor
  const { email, password } = demoPerson(server, role)
  await visitor.open(`/sign-in?next=${encodeURIComponent(path)}`)
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === path.split('?')[0])
  visitor.problems()
}
