import edge from 'edge.js'
import type { HttpContext } from '@adonisjs/core/http'
import { sessionTime, type User } from '#core/accounts'
import { helpAddress, presentFunders } from '#core/organisation'
import { clock, declaredRoute } from '#core/platform'
import { readingWords } from '#core/reading'
import { captchaFields } from '#app/web/captcha/captcha_fields'
import { csrfToken } from '#app/web/csrf'
import { languageMenu, pageAddress } from '#app/web/language_menu'

/** Of a form that is shown again: with what is to be mended, or for another try after a pause. */
const REFUSED = new Set([422, 429])

/** What every page may use. Functions read the request when the page calls them. */
export function shareWithViews(ctx: HttpContext): void {
  ctx.view.share({
    ...asker(ctx),
    embed: false,
    reading: readingWords(ctx),
    organisation: ctx.organisation,
    now: clock.now(),
    t: (key: string, values?: Record<string, unknown>) => ctx.i18n.t(key, values),
    can: (permission: string) => ctx.can(permission),
    formats: (zone: string) => ctx.formats(zone),
    notices: () => ctx.notices,
    languageMenu: () => languageMenu(ctx),
    helpAddress: () => helpAddress(ctx),
    funders: () => presentFunders(ctx.organisation, ctx.i18n),
    consent: () => consentPart(ctx),
    captchaFields: (form: string) => captchaFields(ctx, form),
    isRefused: () => REFUSED.has(ctx.response.getStatus()),
    csrfToken: () => csrfToken(ctx),
    csrfField: () => csrfField(csrfToken(ctx)),
  })
}

/** Who asks, and in which language they read: values, so again once a session has told. */
const asker = ({ i18n, locale, actor }: HttpContext) => ({ i18n, locale, actor })

/** Who is signed in, and how their pages look; those of others look as their device says. */
export function sharePerson(ctx: HttpContext, user: User): void {
  const { name, isStaff, theme, density } = user
  ctx.view.share({
    ...asker(ctx),
    ...{ theme, density },
    person: { name, isStaff },
    sessionTime: sessionTime(ctx),
  })
}

/**
 * B1: the page is shown in a frame on the organisation's site, without header and footer. Known
 * once the route is.
 */
export function isFramed(ctx: HttpContext): boolean {
  return ctx.request.qs().embed === '1' && declaredRoute(ctx)?.embed === true
}

/**
 * V5: what a public page shows of the choice about optional cookies. Nobody stands before kiosks
 * and screens to choose, and a frame on another site could not keep the choice: they are not
 * asked, and so nothing optional is done there.
 */
function consentPart(ctx: HttpContext) {
  const route = declaredRoute(ctx)
  const isDevice = route?.area === 'device' || route?.owner === 'devices'
  const { pathname, search } = pageAddress(ctx)
  return {
    hasOptional: ctx.consent.question.purposes.length > 0,
    isAsked: ctx.consent.isAsked && !isDevice && !isFramed(ctx),
    purposes: ctx.formats('UTC').list(purposeNames(ctx)),
    page: pathname + search,
  }
}

const purposeNames = ({ consent, i18n }: HttpContext) =>
  consent.question.purposes.map((purpose) => i18n.t(`consent.purposes.${purpose}.label`))

/** The hidden field of signed-in forms; nothing for people without a session, who need none. */
function csrfField(token: string | null) {
  return edge.globals.html.safe(token ? `<input type="hidden" name="_csrf" value="${token}">` : '')
}
