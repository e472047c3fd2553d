import type { HttpContext } from '@adonisjs/core/http'
import { LOCALE_NAMES, translated } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { presentKioskFrame, type KioskVisit } from '#plugins/queue-caller/presenters/kiosk_visit'
import { closedInWords, waitInWords } from '#plugins/queue-caller/presenters/waits'
import type { KioskOffer, OfferedLine } from '#plugins/queue-caller/queries/kiosk_lines'

/** More would be smaller than a thumb. */
const MOST_BUTTONS = 6

type Said = { problem?: string }

/** The start page: the languages, a button for each line, and the way for appointments. */
export function presentKiosk(
  ctx: HttpContext,
  visit: KioskVisit,
  { place, lines, hasAppointments, problem }: KioskOffer & Said
) {
  const { t } = wordsOf(ctx)
  const isShut = place !== null && !place.now.open && lines.every(({ state }) => state === 'closed')
  const next = place && !place.now.open ? place.now.next : null
  const first = (visit.page - 1) * MOST_BUTTONS
  const more = lines.length > first + MOST_BUTTONS ? visit.page + 1 : visit.page > 1 ? 1 : null
  return {
    frame: presentKioskFrame(ctx, visit, { title: t('title'), page: 'start' }),
    heading: t(isShut ? 'closed' : 'title'),
    languages: presentLanguages(visit),
    isShut,
    closed: isShut ? closedInWords(ctx, visit.location, next) : null,
    problem: problem ?? null,
    lines: isShut
      ? []
      : lines.slice(first, first + MOST_BUTTONS).map((line) => presentLine(ctx, visit, line)),
    action: visit.to('kiosk_tickets.store'),
    formKey: randomId(),
    more: more === null ? null : visit.to('kiosk_pages.show', { page: more }),
    checkIn: !isShut || hasAppointments ? visit.to('check_ins.create') : null,
  }
}

const wordsOf = ({ i18n }: HttpContext) => ({
  t: (key: string, values?: Record<string, unknown>) => i18n.t(`queue-caller.kiosk.${key}`, values),
})

function presentLanguages({ locale, locales }: KioskVisit) {
  if (locales.length < 2) return []
  return locales.map((lang) => ({
    lang,
    label: LOCALE_NAMES[lang],
    href: urlFor('queue-caller.kiosk_pages.show', {}, { in: lang }),
    isCurrent: lang === locale,
  }))
}

/** A range is not parted after its dash, however narrow the button is. */
const unbroken = (range: string) => range.replace('–', '–\u2060')

function presentLine(ctx: HttpContext, { location }: KioskVisit, offered: OfferedLine) {
  const { line, state, waiting, wait, opens } = offered
  const { t } = wordsOf(ctx)
  const facts = {
    open: wait ? t('wait', { wait: unbroken(waitInWords(ctx, wait)) }) : t('no_estimate'),
    closed: closedInWords(ctx, location, opens),
    full: t('full'),
  }
  return {
    id: line.id,
    letter: line.letter,
    name: translated(line.name, ctx.locale),
    isOpen: state === 'open',
    waiting: state === 'open' ? t('waiting', { count: waiting }) : null,
    facts: facts[state],
  }
}
