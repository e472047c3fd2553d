import type { HttpContext } from '@adonisjs/core/http'
import type { Viewer } from '#core/admin'
import { LOCALE_NAMES, LOCALES } from '#core/organisation'
import { hashToken } from '#core/platform'
import { typedIn, type FieldErrors } from '#core/web'
import { DENSITIES, THEMES } from '#app/accounts/domain/looks'
import { presentSessions } from '#app/accounts/presenters/own_sessions'
import { hasTwoFactor } from '#app/accounts/queries/two_factor'
import type { OwnSession } from '#app/accounts/queries/sessions'

type Page = { viewer: Viewer; sessions: OwnSession[]; errors: FieldErrors }

/** The person's own page in the panel. */
export function presentOwnSettings(ctx: HttpContext, { viewer, sessions, errors }: Page) {
  const { user, t } = viewer
  const typed = typedIn(ctx, ['theme', 'density', 'locale'])
  const optionsOf = (kind: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`accounts.me.${kind}.${value}`) }))
  const currentId = hashToken(ctx.session.sessionId)
  return {
    title: t('accounts.me.title'),
    email: user.email,
    hasTwoFactor: hasTwoFactor(user),
    values: {
      theme: typed.theme ?? user.theme,
      density: typed.density ?? user.density,
      locale: typed.locale ?? user.locale,
    },
    themes: optionsOf('theme', THEMES),
    densities: optionsOf('density', DENSITIES),
    locales: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    errors,
    sessions: presentSessions(sessions, { i18n: ctx.i18n, formats: viewer.formats(), currentId }),
  }
}
