import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { isActive } from '#core/platform'

/** The other method, when the address exists but not for the method of this request. */
export async function allowedMethod({ request }: HttpContext): Promise<'GET' | 'POST' | null> {
  const path = request.url()
  for (const method of ['GET', 'POST'] as const) {
    const match = method === request.method() ? null : router.match(path, method, false)
    const owner = match?.route.name?.split('.')[0]
    // An address of a disabled plugin does not exist.
    if (owner && (await isActive(owner))) return method
  }
  return null
}
