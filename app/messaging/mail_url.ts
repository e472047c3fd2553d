import { appUrl } from '#config/app'
import { urlFor } from '#core/platform'

type Query = Parameters<typeof urlFor>[2]

/**
 * Absolute address of a named route for mails: begins with APP_URL whatever Host a request
 * named, so nobody can have us mail a link to their own server.
 */
export function mailUrl(
  name: string,
  params: Parameters<typeof urlFor>[1] = {},
  query: Query = {}
): string {
  return appUrl + urlFor(name, params, query)
}
