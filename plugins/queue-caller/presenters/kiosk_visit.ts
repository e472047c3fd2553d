import { errors, type HttpContext } from '@adonisjs/core/http'
import { deviceOf } from '#core/devices'
import type { Locale, Location } from '#core/organisation'
import { clock, keptRows, urlFor } from '#core/platform'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import { speakAs } from '#plugins/queue-caller/presenters/speak_as'
import { placeNamed } from '#plugins/queue-caller/queries/ticket_place'
import { kioskPageValidator } from '#plugins/queue-caller/validators/kiosk'

type Page = 'kiosk_pages.show' | 'kiosk_tickets.store' | 'check_ins.create' | 'check_ins.store'

/** So long a ticket stays on the kiosk. */
export const SHOWN_SECONDS = 15
/** Without a touch, so long until a page begins anew, in the first language. */
const IDLE_SECONDS = 60
/** So often the start page looks what has changed, besides news over the socket. */
const REFRESH_SECONDS = 30

/** A paired kiosk with what it offers, in the language that the person before it has chosen. */
export type KioskVisit = {
  deviceId: number
  kiosk: Kiosk
  location: Location
  locale: Locale
  locales: Locale[]
  page: number
  to: (page: Page, query?: Record<string, number>) => string
  /** The start, in the first language. */
  home: string
}

export async function kioskVisit(ctx: HttpContext): Promise<KioskVisit> {
  const { id, subjectId } = deviceOf(ctx)
  const kiosk = (await keptRows(Kiosk)).find((one) => one.id === subjectId)
  if (!kiosk) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
  const [, asked] = await kioskPageValidator.tryValidate(ctx.request.qs())
  const locales = kiosk.locales.length > 0 ? kiosk.locales : ctx.organisation.locales
  const locale = asked?.in && locales.includes(asked.in) ? asked.in : locales[0]
  speakAs(ctx, locale)
  const kept = { in: locale === locales[0] ? null : locale }
  return {
    ...{ deviceId: id, kiosk, locale, locales, page: asked?.page ?? 1 },
    location: await placeNamed(kiosk.locationId),
    to: (page, query) => urlFor(`queue-caller.${page}`, {}, { ...kept, ...query }),
    home: urlFor('queue-caller.kiosk_pages.show'),
  }
}

type Frame = { title: string; page?: 'start' | 'ticket' }

/** What stands around every page of a kiosk. */
export function presentKioskFrame(
  ctx: HttpContext,
  { location, home, to }: KioskVisit,
  { title, page }: Frame
) {
  const now = clock.now()
  return {
    title,
    place: location.name,
    clock: { now, zone: location.zone, time: ctx.formats(location.zone).time(now) },
    channel: `queue-caller.board?location=${location.id}`,
    scan: to('check_ins.store'),
    home,
    // Without scripts the page begins anew by itself, in the first language.
    again: page === 'start' ? REFRESH_SECONDS : page === 'ticket' ? SHOWN_SECONDS : IDLE_SECONDS,
    // A ticket counts its seconds itself.
    idle: page === 'ticket' ? 0 : IDLE_SECONDS,
    refresh: page === 'start' ? REFRESH_SECONDS : 0,
  }
}
