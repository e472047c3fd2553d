import type { AlpineApi, AlpineThis } from '../alpine.js'
import { placeIn, takePlace } from '../list_place.js'
import { followLive, UNASKED, watchLive } from '../live.js'

interface ListNews extends AlpineThis {
  isLost: boolean
  hasNews: boolean
  look(): Promise<void>
  take(page: Document): void
}

/** However much happens, nobody's list is fetched more often. */
const PAUSE_MS = 1_000
const ROWS = 'admin-list-rows'

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

async function inSight(): Promise<void> {
  while (document.hidden) {
    await new Promise((resolve) =>
      document.addEventListener('visibilitychange', resolve, { once: true })
    )
  }
}

/** The page as it would be now; null where there is none. */
async function freshPage(): Promise<Document | null> {
  const response = await fetch(location.href, { headers: { ...UNASKED, accept: 'text/html' } })
  const text = await response.text()
  if (!response.ok || response.redirected) return null
  return new DOMParser().parseFromString(text, 'text/html')
}

/** Somebody has chosen rows, or is asked something about them. */
const isInUse = () => document.querySelector('dialog[open], #bulk[data-chosen=yes]') !== null

/** What of the list can be read; what else there is, scripts change. */
const wordsOf = (list: Element) =>
  [...list.querySelectorAll('tbody, .pagination, .empty')].map((part) => part.innerHTML).join()

/** Puts what a page has under this selector in the place of what this one has. */
function replace(selector: string, page: Document): void {
  const [shown, fresh] = [document, page].map((one) => one.querySelector(selector))
  if (!shown || !fresh || shown.innerHTML === fresh.innerHTML) return
  const place = placeIn(shown)
  shown.replaceChildren(...fresh.childNodes)
  takePlace(shown, place)
}

/**
 * Keeps a list up to date without taking anything out of somebody's hands: what is searched, ticked
 * and focused stays. While rows are chosen or a dialog is open it only says that there are news.
 */
function listNews() {
  let isDue = false
  let isLooking = false
  let merges = 0
  let kept: Document | null = null
  let leave = () => {}
  return {
    isLost: false,
    hasNews: false,

    get isShown() {
      return this.isLost || this.hasNews
    },

    init(this: ListNews) {
      const unfollow = followLive(this.$el.dataset.channel!, () => void this.look())
      const unwatch = watchLive((connected) => (this.isLost = !connected))
      // A search or another page has brought the list anew.
      const settle = () => {
        merges++
        this.hasNews = false
      }
      window.addEventListener('ajax:merged', settle)
      leave = () => {
        unfollow()
        unwatch()
        window.removeEventListener('ajax:merged', settle)
      }
    },

    destroy() {
      leave()
    },

    async look(this: ListNews) {
      isDue = true
      if (isLooking) return
      isLooking = true
      while (isDue) {
        await inSight()
        isDue = false
        const before = merges
        const page = await freshPage().catch(() => null)
        if (merges !== before) isDue = true
        else if (page) this.take(page)
        await pause(PAUSE_MS)
      }
      isLooking = false
    },

    take(this: ListNews, page: Document) {
      replace('#admin-list-tabs', page)
      replace('#desk-navigation [aria-current=page]', page)
      const [shown, fresh] = [document, page].map((one) => one.getElementById(ROWS))
      if (!shown || !fresh) return
      const isNew = wordsOf(shown) !== wordsOf(fresh)
      kept = page
      this.hasNews = isNew && isInUse()
      if (isNew && !this.hasNews) replace(`#${ROWS}`, page)
    },

    /** Asked for: the focus goes to the first row, and how many there are is said. */
    renew(this: ListNews) {
      this.hasNews = false
      if (!kept) return
      const said = kept.getElementById('admin-list-found')?.textContent ?? ''
      replace(`#${ROWS}`, kept)
      kept = null
      document.getElementById('admin-list-found')!.textContent = said
      document.querySelector<HTMLElement>(`#${ROWS} tbody a`)?.focus()
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('listNews', listNews)
