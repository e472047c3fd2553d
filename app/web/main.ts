/** Language, headers, captcha, limits, error pages, health: what every request goes through. */
import '#app/web/context'

export type { Notice } from '#app/web/context'
export { askedPage } from '#app/web/asked_page'
export { admit, type Admission } from '#app/web/captcha/admit'
export { captcha, type CaptchaRefusal } from '#app/web/captcha/captcha'
export { captchaFields, type CaptchaFields } from '#app/web/captcha/captcha_fields'
export { speak } from '#app/web/choose_language'
export { emailHint } from '#app/web/domain/email_hint'
export { supplyErrorPage, type ErrorState } from '#app/web/error_pages'
export { E_TOO_MANY_ATTEMPTS } from '#app/web/exceptions'
export { sendFormAgain } from '#app/web/form_again'
export { firstOfEach, typedIn, type FieldErrors } from '#app/web/form_state'
export { framedMail } from '#app/web/framed_mail'
export { healthReports, type HealthCheck, type HealthReport } from '#app/web/health'
export { hostCookie } from '#app/web/host_cookie'
export { homeEntries, type HomeEntry } from '#app/web/home'
export {
  allowed,
  allowedFor,
  defineLimit,
  throttle,
  throttleAll,
  type Allowed,
} from '#app/web/limits/throttle'
export { forgetPages, keepPage } from '#app/web/page_cache'
export { doOnce } from '#app/web/do_once'
export { onceOnly } from '#app/web/once_only'
export { addressKey } from '#app/web/domain/client_address'
