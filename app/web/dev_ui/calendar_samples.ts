const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const FREE = [0, 0, 0, 4, 12, 3, 0]
const TIMES = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30']
const LATER = ['13:00', '13:30', '14:00', '15:00', '15:30', '16:00', '17:00', '17:30']

const slot = (date: string, time: string) => ({
  value: `${date} ${time}`,
  time,
  label: `${date}, ${time}, free`,
})

/** January 2027 begins on a Friday; the 18th is today, the 19th is chosen. */
function january() {
  const days = Array.from({ length: 35 }, (_, index) => {
    const number = index - 3
    if (number < 1 || number > 31) return null
    const free = number < 18 || index % 7 === 6 ? 0 : FREE[number % 7] + (number % 3)
    const label = `${WEEKDAYS[index % 7]} ${number} January, ${free} free times`
    const href = free > 0 ? `?day=2027-01-${number}` : null
    return { number, label, href, selected: number === 19, today: number === 18 }
  })
  days[22] = { ...days[22]!, href: '?day=2027-01-19' }
  return [0, 7, 14, 21, 28].map((start) => days.slice(start, start + 7))
}

export const MONTH = {
  title: 'January 2027',
  weekdays: WEEKDAYS.map((long) => ({ long, short: long.slice(0, 2) })),
  weeks: january(),
  previous: null,
  next: '?month=2027-02',
}

export const DAY_TIMES = {
  title: 'Tuesday 19 January',
  action: '?',
  fields: { service: 'fitting' },
  name: 'starts_at',
  groups: [
    { label: 'Morning', times: TIMES.slice(0, 6).map((time) => slot('Tuesday 19 January', time)) },
    {
      label: 'Afternoon',
      times: [...TIMES.slice(6), ...LATER.slice(0, 6)].map((time) =>
        slot('Tuesday 19 January', time)
      ),
    },
    {
      label: 'Evening',
      times: LATER.slice(6).map((time) => ({
        ...slot('Tuesday 19 January', time),
        places: '3 places',
      })),
    },
  ],
}

const DAYS = ['Mon 18', 'Tue 19', 'Wed 20', 'Thu 21', 'Fri 22', 'Sat 23', 'Mon 25'].map(
  (day, index) => ({ short: `${day} Jan`, label: `${day} January`, today: index === 0 })
)

export const WEEK = {
  caption: '18 to 25 January',
  action: '?',
  fields: { service: 'fitting' },
  name: 'starts_at',
  days: DAYS,
  rows: [...TIMES, ...LATER].map((time, row) => ({
    time,
    cells: DAYS.map(({ label }, column) =>
      (row * 5 + column * 3) % 7 < 3 || (column === 0 && row < 5)
        ? { free: false }
        : { free: true, ...slot(label, time) }
    ),
  })),
  previous: null,
  next: '?from=2027-01-26',
}

export const DAY_LIST = {
  days: [
    ['Tuesday 19 January', '14 free times'],
    ['Wednesday 20 January', '3 free times'],
    ['Thursday 21 January', '1 free time'],
    ['Friday 22 January', '12 free times'],
  ].map(([label, free], index) => ({
    label,
    free,
    href: `?day=${index}`,
    selected: index === 0,
  })),
}

export const TIME_CALENDAR = {
  month: MONTH,
  dayList: { ...DAY_LIST, next: { label: 'February 2027', href: '?month=2027-02' } },
  narrow: 'days',
  otherDays: '?days=month',
  day: DAY_TIMES,
  nextFree: null,
  action: '?',
  fields: { service: 'fitting' },
}

/** The way on from a day without free times: to the next that has some, or to the organisation. */
export const NO_TIMES = [
  { day: null, nextFree: { label: 'Monday 1 March', href: '?day=2027-03-01' }, action: '?' },
  { day: null, nextFree: null, action: '?' },
]

const NOW = Date.UTC(2027, 0, 18, 8)

export const CHOICE = {
  date: 'Tuesday 19 January',
  time: '09:30',
  where: 'Fitting, 60 minutes – Optik Sommer, Stuttgart',
  now: NOW,
  expiresAt: NOW + 9 * 60_000 + 41_000,
  extend: '?extend',
  cancel: '?cancel',
  continueHref: '?continue',
}
