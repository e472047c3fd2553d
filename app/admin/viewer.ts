import type { HttpContext } from '@adonisjs/core/http'
import { visibleLocationIds } from '#core/accounts'
import { Location } from '#core/organisation'
import { cached, clock } from '#core/platform'
import type { Viewer } from '#app/admin/definition'

/** Where records have no place of their own, their instants are read off this clock. */
const firstZone = cached(500, async () => {
  const first = await Location.query().orderBy('active', 'desc').orderBy('id').first()
  return first?.zone ?? 'UTC'
})

/** Who looks at this page; everything that needs the database is read here, before the work. */
export async function viewerOf(ctx: HttpContext): Promise<Viewer> {
  const user = ctx.auth.use('web').getUserOrFail()
  const { i18n, locale } = ctx
  const ownZone = await firstZone.get()
  const has = (key: string) => i18n.hasMessage(key) || i18n.hasFallbackMessage(key)
  return {
    user,
    locale,
    actor: ctx.actor,
    locationIds: await visibleLocationIds(user),
    now: clock.now(),
    can: (permission) => ctx.can(permission),
    t: (key, values) => i18n.t(key, values),
    has,
    word: (key, otherwise) => (has(key) ? i18n.t(key) : otherwise),
    formats: (zone) => ctx.formats(zone ?? ownZone),
    zone: ownZone,
  }
}
