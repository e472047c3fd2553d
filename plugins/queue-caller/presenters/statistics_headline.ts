import type { Viewer } from '#core/admin'
import type { Figures, Spread } from '#plugins/queue-caller/domain/figures'
import { share } from '#plugins/queue-caller/presenters/statistics_columns'
import { numbersFor, type Numbers } from '#plugins/queue-caller/presenters/statistics_numbers'

/** A figure, what stands behind it, and how it was in the period before. */
export type Headline = { label: string; value: string; note: string; before?: string }

type Words = {
  numbers: Numbers
  inWords: (key: string, values?: object) => string
  minutes: (time: number | null | undefined) => string
}

function wordsFor(viewer: Viewer): Words {
  const numbers = numbersFor(viewer)
  const inWords: Words['inWords'] = (key, values) =>
    viewer.t(`queue-caller.statistics.${key}`, { ...values })
  return {
    ...{ numbers, inWords },
    minutes: (time) =>
      time === null || time === undefined
        ? numbers.minutes(null)
        : inWords('minutes', { minutes: numbers.minutes(time) }),
  }
}

type Say = Words & { now: Figures; before: Figures }

/** The six figures that a manager looks at first. */
export function presentHeadlines(now: Figures, before: Figures, viewer: Viewer): Headline[] {
  const say = { ...wordsFor(viewer), now, before }
  const { inWords } = say
  const { appointments, passedOn, outcomes, called, within, waiting, serving } = now
  const { left, closed, open } = outcomes
  const note = (key: string, values: object) => inWords(`notes.${key}`, values)
  return [
    counted(
      { key: 'tickets', note: note('tickets', { appointments, passed_on: passedOn }) },
      ({ tickets }) => tickets,
      say
    ),
    counted(
      { key: 'served', note: note('served', { left, closed, open }) },
      (figures) => figures.outcomes.served,
      say
    ),
    shared(
      { key: 'no_show_share', note: note('no_show', { count: outcomes.no_show, called }) },
      (figures) => share(figures.outcomes.no_show, figures.called),
      say
    ),
    timed({ key: 'waiting', note: spreadNote(waiting, say) }, (figures) => figures.waiting, say),
    shared(
      { key: 'within', note: note('within', { count: within, of: waiting?.count ?? 0 }) },
      (figures) => share(figures.within, figures.waiting?.count),
      say
    ),
    timed({ key: 'serving', note: spreadNote(serving, say) }, (figures) => figures.serving, say),
  ]
}

function spreadNote(spread: Spread | null, { inWords, numbers }: Words): string {
  if (!spread) return ''
  const [median, p90] = [numbers.minutes(spread.median), numbers.minutes(spread.p90)]
  return inWords('notes.time', { median, p90 })
}

type Named = { key: string; note: string }

function counted({ key, note }: Named, of: (figures: Figures) => number, say: Say): Headline {
  const { numbers, inWords } = say
  const [now, before] = [of(say.now), of(say.before)]
  const headline = { label: inWords(`figures.${key}`), value: numbers.count(now), note }
  if (before === 0) return headline
  const [value, change] = [numbers.count(before), numbers.change(now, before)]
  return { ...headline, before: inWords('before_changed', { value, change }) }
}

function timed({ key, note }: Named, of: (figures: Figures) => Spread | null, say: Say): Headline {
  const { numbers, inWords, minutes } = say
  const [now, before] = [of(say.now)?.average, of(say.before)?.average]
  const headline = { label: inWords(`figures.${key}`), value: minutes(now), note }
  if (now === undefined || !before) return headline
  const [value, change] = [minutes(before), numbers.change(now, before)]
  return { ...headline, before: inWords('before_changed', { value, change }) }
}

function shared({ key, note }: Named, of: (figures: Figures) => number | null, say: Say): Headline {
  const { numbers, inWords } = say
  const headline = {
    ...{ label: inWords(`figures.${key}`), value: numbers.percent(of(say.now)), note },
  }
  const before = of(say.before)
  if (before === null) return headline
  return { ...headline, before: inWords('before', { value: numbers.percent(before) }) }
}

/** How good announced waits were, and how punctual appointments; without any, nothing. */
export function presentAccuracy({ told, office, arrival, late }: Figures, viewer: Viewer) {
  const words = wordsFor(viewer)
  return [
    ...(told ? toldHeadlines(told, words) : []),
    ...(office ? [officeHeadline(office, words)] : []),
    ...(arrival ? [arrivalHeadline(arrival, late, words)] : []),
  ]
}

function toldHeadlines(
  { count, inside, error }: NonNullable<Figures['told']>,
  { numbers, inWords, minutes }: Words
): Headline[] {
  return [
    {
      label: inWords('figures.told_inside'),
      value: numbers.percent(inside / count),
      note: inWords('notes.told', { count }),
    },
    {
      label: inWords('figures.told_error'),
      value: minutes(error),
      note: inWords('notes.told_error'),
    },
  ]
}

const signed = ({ average }: Spread, { numbers, inWords }: Words) =>
  inWords('minutes', { minutes: numbers.signedMinutes(average) })

const officeHeadline = (office: Spread, words: Words): Headline => ({
  label: words.inWords('figures.office'),
  value: signed(office, words),
  note: words.inWords('notes.office', {
    p90: words.numbers.signedMinutes(office.p90),
    count: office.count,
  }),
})

const arrivalHeadline = (arrival: Spread, late: number, words: Words): Headline => ({
  label: words.inWords('figures.arrival'),
  value: signed(arrival, words),
  note: words.inWords('notes.arrival', { late, count: arrival.count }),
})
