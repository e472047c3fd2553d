/** Language, headers, captcha, limits, error pages, health: what every request goes through. */
import '#app/web/context'

export type { Notice } from '#app/web/context'
export { captcha, type CaptchaResult } from '#app/web/captcha/captcha'
export { captchaFields, type CaptchaFields } from '#app/web/captcha/captcha_fields'
export { emailHint } from '#app/web/domain/email_hint'
export { E_TOO_MANY_ATTEMPTS } from '#app/web/exceptions'
export { healthReports, type HealthCheck, type HealthReport } from '#app/web/health'
export { homeEntries, type HomeEntry } from '#app/web/home'
export { defineLimit, throttle } from '#app/web/limits/throttle'
export { keepPage } from '#app/web/page_cache'
export { onceOnly } from '#app/web/once_only'
export { addressKey } from '#app/web/domain/client_address'
