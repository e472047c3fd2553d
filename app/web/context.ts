import type { I18n } from '@adonisjs/i18n'
import type { Formats, Locale, Organisation } from '#core/organisation'
import type { Actor, RouteDeclaration } from '#core/platform'

/** A short message on top of the page; not a flash, it belongs to this answer alone. */
export type Notice = {
  tone: 'info' | 'success' | 'warning' | 'danger'
  text: string
  detail?: string
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Language of this answer. */
    locale: Locale
    i18n: I18n
    /** Whose customs dates and numbers follow, where the person chose another than the language's. */
    formatLocale?: Locale
    /** How dates, times and numbers of a zone are written in this answer. */
    formats: (zone: string) => Formats
    organisation: Organisation
    /** Who is asking: the public until a session says otherwise. */
    actor: Actor
    /** May the signed-in person do this? Always false for everyone else. */
    can: (permission: string) => boolean
    /** Messages printed on top of the page. */
    notices: Notice[]
    /** `?lang=` named a language that is not offered. */
    refusedLanguage: boolean
    /** The page is the same for every visitor and may be kept for a second. */
    isKept?: true
    /** The form changes nothing that other visitors see, so pages that are kept stay. */
    leavesPages?: true
    /** Of the page that was kept and is shown again, for which the router was not asked. */
    keptRoute?: RouteDeclaration
  }
}
