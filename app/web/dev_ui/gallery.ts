import { CHOICE, TIME_CALENDAR, WEEK } from './calendar_samples.js'
import { DESK } from './desk_samples.js'
import { ANSWERS, EMAIL, ERRORS, NAME } from './field_samples.js'
import { ANSWERED, SAMPLES, TABLE, TICKET } from './samples.js'

/** Whole pages, so that one sees the components among each other. */
export const GALLERY_PAGES = ['picker', 'week', 'form', 'check', 'done', 'desk', 'mail'] as const

type GalleryPage = (typeof GALLERY_PAGES)[number]

export function isGalleryPage(name: unknown): name is GalleryPage {
  return GALLERY_PAGES.some((page) => page === name)
}

/** What the gallery's views show; `theme` is `light`, `dark` or what the system says. */
export function galleryPage(page: GalleryPage | 'index' | 'mail_sample', theme: unknown) {
  const shared = { theme: theme === 'dark' || theme === 'light' ? theme : 'system' }
  return { ...shared, ...CONTENT[page] }
}

/** Parts of mails carry inline styles, which no page may have: they are on view in the mail. */
const ON_PAGES = Object.fromEntries(
  Object.entries(SAMPLES).filter(([component]) => !component.startsWith('mail_'))
)

const CONTENT = {
  index: { title: 'Components', samples: ON_PAGES, pages: GALLERY_PAGES },
  picker: { title: 'Choose a time', calendar: TIME_CALENDAR, choice: CHOICE },
  week: { title: 'Choose a time', week: WEEK, choice: CHOICE },
  form: {
    ...{ title: 'Your details', name: NAME, email: EMAIL, errors: ERRORS, answers: ANSWERS },
    summary: { items: ANSWERED.items.slice(0, 3) },
  },
  check: { title: 'Check your details', summary: ANSWERED, choice: CHOICE },
  done: { title: 'Your appointment is confirmed', ticket: TICKET },
  desk: {
    ...{ title: 'Today', desk: DESK, table: TABLE, answered: ANSWERED },
    ...{ tabs: SAMPLES.tabs[0], filters: SAMPLES.filters[0], pages: SAMPLES.pagination[0] },
  },
  mail: { title: 'Your appointment on Tuesday 19 January' },
  mail_sample: { title: 'Your appointment on Tuesday 19 January', ticket: TICKET },
}
