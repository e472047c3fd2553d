import { contentSecurityPolicy } from '#app/web/domain/content_security_policy'

const CLOSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** Screens play their chime without a click where the browser is told so, and stay awake. */
const OPEN_TO_DEVICES = ['autoplay', 'fullscreen', 'screen-wake-lock']

const permissionsPolicy = (open: readonly string[] = []): string =>
  CLOSED_FEATURES.map((feature) => `${feature}=(${open.includes(feature) ? 'self' : ''})`).join(
    ', '
  )

/** What the browser of a kiosk or screen may do on its own pages. */
export const devicePermissions = (): string => permissionsPolicy(OPEN_TO_DEVICES)

/**
 * What every answer carries, errors, redirects and files included. Pages that may be framed or
 * that carry a secret in their address tighten or open it (page_headers_middleware).
 *
 * @param encrypted whether APP_URL is https; HSTS on a plain address would lock people out
 */
export function securityHeaders(encrypted: boolean): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': permissionsPolicy(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(encrypted && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
}
