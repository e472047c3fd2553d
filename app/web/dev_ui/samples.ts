import {
  CHOICE,
  DAY_LIST,
  DAY_TIMES,
  MONTH,
  NO_TIMES,
  TIME_CALENDAR,
  WEEK,
} from './calendar_samples.js'
import { FIELD_SAMPLES } from './field_samples.js'
import { BAR_CHART, FIGURES, FIGURE_TABLE } from './figure_samples.js'

export type Sample = Readonly<Record<string, unknown>>

const STATES = {
  waiting: 'Waiting since 09:12',
  called: 'Called to counter 3',
  problem: 'Did not come',
  done: 'Served',
  ended: 'Cancelled',
  info: 'Confirmed',
}

export const TICKET = {
  number: 'AA042',
  title: 'Fitting, 60 minutes',
  badge: { state: 'called', label: 'Confirmed' },
  lines: [
    { label: 'When', text: 'Tuesday 19 January 2027, 09:30–10:30' },
    { label: 'Where', text: 'Optik Sommer\nLindenweg 4, 70173 Stuttgart' },
    { label: 'Please bring', text: 'Your hearing aids and your insurance card' },
  ],
  qr: {
    size: 9,
    label: 'Code of the ticket AA042',
    path: 'M0 0h3v3h-3zM6 0h3v3h-3zM0 6h3v3h-3zM4 1h1v2h-1zM4 4h2v1h-2zM7 4h1v2h-1zM1 4h1v1h-1zM4 7h2v1h-2zM7 7h2v2h-2z',
  },
  note: 'Show the number on arrival. You are called to your place by it.',
}

const LINK_LIST = {
  items: [
    { label: 'Cardiology', note: '3 kinds of visits', href: '?clinic=1' },
    { label: 'Eyes', note: '1 kind of visit', href: '?clinic=2' },
  ],
}

export const TABLE = {
  caption: 'Appointments of today',
  select: 'ids',
  form: 'bulk',
  columns: [
    { label: 'Time', sort: { href: '?sort=-time', direction: 'asc' } },
    { label: 'Customer', strong: true, sort: { href: '?sort=customer', direction: null } },
    { label: 'Service' },
    { label: 'Status' },
    { label: 'Minutes', align: 'end' },
  ],
  rows: [
    ['09:00', 'Ada Winter', 'Fitting', 'done', '60'],
    ['09:30', 'Bruno Falk', 'Hearing test', 'called', '30'],
    ['10:00', 'Carla Moreno-Villanueva', 'Fitting', 'waiting', '60'],
    ['10:30', 'Dan Ferri', 'Cleaning', 'problem', '15'],
  ].map(([time, name, service, status, minutes], index) => ({
    id: index + 1,
    href: `?open=${index + 1}`,
    selected: index === 1,
    cells: [
      time,
      { text: name, note: index === 2 ? 'First visit' : undefined },
      service,
      { badge: { state: status, label: STATES[status as keyof typeof STATES] } },
      minutes,
    ],
  })),
}

export const ANSWERED = {
  items: [
    { label: 'Service', text: 'Fitting, 60 minutes', change: '?service' },
    { label: 'Date and time', text: 'Tuesday 19 January 2027, 09:30', change: '?time' },
    { label: 'Place', text: 'Optik Sommer, Stuttgart' },
    { label: 'Name', text: 'Ada Winter', change: '?details' },
    { label: 'E-mail', text: 'ada@example.org', change: '?details' },
  ],
}

const FILES = [{ name: 'order.pdf', size: '120 kB', href: '?file' }]

const ENTRY = {
  ...{ id: 7, who: 'Ada Winter', what: 'Answered', when: 'Tue 19 Jan, 09:30', by: 'customer' },
  ...{ side: 'customer', text: 'The grey frame, please.', files: FILES },
  changes: [{ label: 'State', before: 'New', after: 'Answered' }],
}
const NOTE = { ...ENTRY, id: 8, side: 'internal', by: 'team', text: null, changes: [], files: [] }

const TONES = ['primary', 'secondary', 'quiet', 'danger']

/** Props of every component in every state; the gallery shows them, the tests make them hostile. */
export const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  skip_link: [{}],
  icon: [{ name: 'calendar' }, { name: 'circle-check', label: 'Done' }],
  button: [
    ...TONES.map((tone) => ({ tone, label: `Button ${tone}` })),
    { label: 'With icon', icon: 'check' },
    { label: 'Small', tone: 'secondary', small: true },
    { label: 'Disabled', disabled: true },
    { label: 'Named', tone: 'secondary', name: 'way', value: 'on', attributes: { form: 'other' } },
  ],
  link_button: TONES.map((tone) => ({
    tone,
    label: `Link ${tone}`,
    href: '?',
    iconEnd: 'chevron-right',
  })),
  badge: Object.entries(STATES).flatMap(([name, label]) => [
    { state: name, label },
    { state: name, label, quiet: true },
  ]),
  notice: ['info', 'success', 'warning', 'danger'].map((tone) => ({
    tone,
    title: `Title of ${tone}`,
    text: 'What happened, what is kept, what to do.',
  })),
  empty: [
    { text: 'No appointment is left for today.' },
    { text: 'No free time in January.', icon: 'calendar-x', action: { label: 'Go on', href: '?' } },
  ],
  progress: [{ step: 2, of: 4 }],
  avatar: [{ name: 'Ada Winter' }],
  menu: [
    {
      label: 'More',
      icon: 'ellipsis',
      items: [
        { label: 'Move', href: '?move', current: true },
        { label: 'Italiano', href: '?lang=it', lang: 'it' },
        { label: 'Sign out', href: '?out', method: 'post' },
      ],
    },
    { label: 'Language', short: 'EN', items: [{ label: 'Deutsch', href: '?lang=de' }] },
    {
      label: 'Language',
      form: { action: '/account/language', fields: { next: '/' } },
      items: [{ label: 'Deutsch', name: 'locale', value: 'de', lang: 'de' }],
    },
  ],
  tabs: [
    {
      label: 'Lists',
      items: [
        { label: 'Today', href: '?', current: true, count: 12 },
        { label: 'Tomorrow', href: '?', current: false, count: 7 },
        { label: 'All', href: '?', current: false },
      ],
    },
  ],
  filters: [
    {
      items: [
        { label: 'Status', value: 'waiting', href: '?', active: true },
        { label: 'Counter 3', href: '?' },
      ],
      clear: '?',
    },
  ],
  pagination: [{ page: 2, pages: 12, total: 231, previous: '?page=1', next: '?page=3' }],
  bulk_bar: [{ count: 3 }],
  table: [TABLE, { ...TABLE, rows: [], empty: 'No appointment today.' }],
  figures: [FIGURES],
  bar_chart: [BAR_CHART],
  figure_table: [FIGURE_TABLE],
  summary_list: [ANSWERED],
  thread: [{ entries: [NOTE, ENTRY] }],
  own_thread: [{ entries: [NOTE, ENTRY] }],
  told: [{ entry: ENTRY }],
  file_links: [{ files: FILES }, { files: [] }],
  dialog: [{ id: 'sample-dialog', title: 'Cancel the appointment?' }],
  ...FIELD_SAMPLES,
  month_calendar: [MONTH, { ...MONTH, previous: '?month=2026-12', target: 'calendar' }],
  day_times: [DAY_TIMES],
  week_grid: [WEEK, { ...WEEK, previous: '?from=2027-01-11', target: 'week' }],
  link_list: [LINK_LIST],
  day_list: [DAY_LIST, { ...DAY_LIST, target: 'calendar' }],
  day_or_none: NO_TIMES,
  time_calendar: [
    TIME_CALENDAR,
    { ...TIME_CALENDAR, ...NO_TIMES[0], dayList: { days: [], next: null } },
  ],
  choice_bar: [CHOICE, { ...CHOICE, continueHref: undefined, extend: null }],
  ticket: [
    TICKET,
    {
      number: 'A 107',
      numberLabel: 'Number in the queue',
      title: 'Registry office',
      badge: { state: 'waiting', label: '4 people are before you, about 12 minutes' },
      lines: [{ label: 'Where', text: 'Waiting room, ground floor' }],
    },
    {
      number: null,
      title: 'Fitting',
      lines: [],
      badge: { state: 'waiting', label: 'Not confirmed' },
    },
  ],
  mail_text: [{ text: 'Good morning,', heading: true }, { text: 'We look forward to your visit.' }],
  mail_button: [{ label: 'See or change the appointment', href: 'https://example.org/' }],
  mail_ticket: [TICKET, { ...TICKET, number: null }],
}

/** Parts that stand only inside the components above. */
export const INNER = [
  'field',
  'field_notes',
  'form_field',
  'hidden_fields',
  'month_day',
  'step',
] as const
