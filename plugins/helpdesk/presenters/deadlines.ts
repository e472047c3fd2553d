import type { BadgeState, Viewer } from '#core/admin'
import type { Span } from '#plugins/helpdesk/domain/business_time'
import type { ExplainedDays } from '#plugins/helpdesk/domain/explained_days'
import {
  standingOf,
  type KeptTarget,
  type Standing,
} from '#plugins/helpdesk/domain/target_standing'
import type { TargetKind } from '#plugins/helpdesk/domain/targets'
import { durationWords } from '#plugins/helpdesk/presenters/duration'
import type { ExplainedDeadlines, ExplainedTarget } from '#plugins/helpdesk/queries/deadlines_of'

const BADGES: Record<Standing['is'], BadgeState> = {
  met: 'done',
  late: 'problem',
  paused: 'info',
  missed_paused: 'problem',
  missed: 'problem',
  near: 'waiting',
  running: 'info',
  never: 'ended',
}

const NOTHING = '–'

type Shown = KeptTarget & { readonly kind: TargetKind; readonly minutes: number }
type Place = { viewer: Viewer; zone: string }

/** A line about a target: what was promised, how it stands, and the instant that counts. */
export function presentTarget(target: Shown, { viewer, zone }: Place) {
  const { t } = viewer
  const standing = standingOf(target, viewer.now)
  const time = 'seconds' in standing ? durationWords(standing.seconds, viewer) : ''
  return {
    name: t(`helpdesk.deadlines.kinds.${target.kind}`),
    promised: durationWords(target.minutes * 60, viewer),
    badge: {
      state: BADGES[standing.is],
      label: t(`helpdesk.deadlines.standing.${standing.is}`, { time }),
    },
    at: 'at' in standing ? viewer.formats(zone).shortDateTime(standing.at) : NOTHING,
  }
}

/** Rows of the table on a ticket's page. */
export function presentTargets(targets: readonly Shown[], place: Place) {
  const { t } = place.viewer
  return {
    caption: t('helpdesk.deadlines.panel'),
    columns: [
      { label: t('helpdesk.deadlines.columns.target'), strong: true },
      { label: t('helpdesk.deadlines.columns.promised') },
      { label: t('helpdesk.deadlines.columns.state') },
      { label: t('helpdesk.deadlines.columns.when') },
    ],
    rows: targets.map((target) => {
      const { name, promised, badge, at } = presentTarget(target, place)
      return { cells: [name, promised, { badge }, at] }
    }),
  }
}

/** The page that says how the deadlines of a ticket came about. */
export function presentDeadlines({ targets, hours }: ExplainedDeadlines, viewer: Viewer) {
  const { t } = viewer
  const facts = hours && [
    { label: t('helpdesk.deadlines.level'), text: hours.level },
    { label: t('helpdesk.deadlines.calendar'), text: `${hours.calendar} (${hours.zone})` },
  ]
  const zone = hours?.zone ?? viewer.zone
  return { facts: facts ?? [], targets: targets.map((one) => explained(one, { viewer, zone })) }
}

function explained({ target, days }: ExplainedTarget, place: Place) {
  const { t } = place.viewer
  const last = days.at(-1)
  const shown = presentTarget(target, place)
  const column = (key: string, align?: 'end') => ({
    ...{ label: t(`helpdesk.deadlines.columns.${key}`), align },
  })
  return {
    ...shown,
    counted: last
      ? t('helpdesk.deadlines.counted', {
          time: durationWords(last.until / 1000, place.viewer),
          promised: shown.promised,
        })
      : '',
    table: {
      caption: shown.name,
      sparse: true,
      columns: [
        { ...column('day'), strong: true },
        ...[column('counted'), column('paused')],
        ...[column('time', 'end'), column('so_far', 'end')],
      ],
      rows: days.map((line) => ({ cells: cellsOf(line, place) })),
    },
  }
}

function cellsOf({ from, to, name, counted, paused, sum, until }: ExplainedDays, place: Place) {
  const { viewer, zone } = place
  const words = viewer.formats(zone)
  const spans = (all: readonly Span[]) =>
    all.map((one) => words.timeRange(one.from, one.to)).join(', ')
  const isOne = from === to
  const day = isOne
    ? words.dayShortDate(from)
    : `${words.dayShort(from)} – ${words.dayShortDate(to)}`
  const closed = paused.length === 0 ? viewer.t('helpdesk.deadlines.closed') : NOTHING
  const turn = isOne ? spans(paused) : viewer.t('helpdesk.deadlines.whole_days')
  return [
    { text: day, note: name ?? undefined },
    counted.length > 0 ? spans(counted) : closed,
    paused.length > 0 ? turn : NOTHING,
    sum > 0 ? durationWords(sum / 1000, viewer) : NOTHING,
    until > 0 ? durationWords(until / 1000, viewer) : NOTHING,
  ]
}
