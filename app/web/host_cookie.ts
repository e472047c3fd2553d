import { isHttps } from '#config/app'

/** With HTTPS browsers tie a cookie of this name to this host and path; without it they refuse it. */
export const hostCookie = (name: string): string => (isHttps ? `__Host-${name}` : name)
