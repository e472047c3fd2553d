import { askIn } from './ask.js'
import type { AlpineApi, AlpineThis } from '../alpine.js'

type Piece = { text: string; hit: boolean }
type Item = {
  id: string
  pieces: Piece[]
  note: string
  href: string
  asks: boolean
  target: string
}
type Group = { title: string; items: Item[]; all: Item | null }
type Found = { groups: Group[]; said: string }
type Palette = AlpineThis & {
  active: string
  said: string
  shown: string
  latest: AbortController
  search(): Promise<void>
  show(found: Found): void
  mark(option: Element | undefined): void
  options(): HTMLElement[]
  go(option: HTMLElement): void
  remember(target: string): void
  open(): void
}

function element(name: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...content)
  return made
}

/** Texts come from the database: they are nodes of text, never markup. */
function optionOf({ id, pieces, note, href, asks, target }: Item): HTMLElement {
  const words = pieces.map(({ text, hit }) => (hit ? element('mark', '', text) : text))
  const label = element('span', 'palette__label', ...words)
  const option = element('div', 'palette__option', label, element('span', 'palette__note', note))
  option.id = id
  option.dataset.href = href
  option.dataset.target = target
  if (asks) option.dataset.asks = 'yes'
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  return option
}

function groupOf({ title, items, all }: Group, index: number): HTMLElement {
  const heading = element('p', 'palette__title', title)
  heading.id = `palette-group-${index}`
  heading.setAttribute('role', 'presentation')
  const options = [...items, ...(all ? [all] : [])].map(optionOf)
  const group = element('div', 'palette__group', heading, ...options)
  group.setAttribute('role', 'group')
  group.setAttribute('aria-labelledby', heading.id)
  return group
}

/** Ctrl+K: one field over pages, things to add and records; arrows choose, Enter goes there. */
function palette() {
  return {
    active: '',
    said: '',
    shown: '',
    latest: new AbortController(),

    init(this: Palette) {
      document.addEventListener('keydown', (event) => {
        if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        this.open()
      })
    },

    open(this: Palette) {
      const dialog = this.$root as HTMLDialogElement
      if (!dialog.open) dialog.showModal()
      ;(this.$refs.input as HTMLInputElement).select()
      void this.search()
    },

    async search(this: Palette) {
      const { input } = this.$refs as { input: HTMLInputElement }
      this.latest.abort()
      this.latest = new AbortController()
      const { signal } = this.latest
      const address = new URL(input.form!.action)
      address.searchParams.set('q', input.value)
      try {
        const response = await fetch(address, { signal, headers: { accept: 'application/json' } })
        if (response.ok) this.show((await response.json()) as Found)
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },

    /** What is found again stays as it is, with the option that was chosen meanwhile. */
    show(this: Palette, found: Found) {
      const { groups, said } = found
      if (JSON.stringify(found) === this.shown) return
      this.shown = JSON.stringify(found)
      this.said = said
      this.$refs.list.replaceChildren(...groups.map(groupOf))
      this.mark(this.options()[0])
    },

    options(this: Palette) {
      return [...this.$refs.list.querySelectorAll<HTMLElement>('[role=option]')]
    },

    mark(this: Palette, option: Element | undefined) {
      for (const other of this.options()) {
        other.setAttribute('aria-selected', String(other === option))
      }
      this.active = option?.id ?? ''
      option?.scrollIntoView({ block: 'nearest' })
    },

    move(this: Palette, event: KeyboardEvent) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const options = this.options()
      if (event.key === 'Enter') {
        const chosen = options.find(({ id }) => id === this.active)
        if (!chosen) return
        event.preventDefault()
        this.go(chosen)
      }
      if (!step || options.length === 0) return
      event.preventDefault()
      const at = options.findIndex(({ id }) => id === this.active)
      this.mark(options[(at + step + options.length) % options.length])
    },

    /** What asks first does so over the page where the person is, and leads back there. */
    go(this: Palette, { dataset }: HTMLElement) {
      const address = new URL(dataset.href!, location.href)
      if (dataset.target) this.remember(dataset.target)
      if (!dataset.asks) return location.assign(address)
      address.searchParams.set('back', location.pathname + location.search)
      ;(this.$root as HTMLDialogElement).close()
      void askIn(address)
    },

    /** Goes out while the next page comes; if it is lost, only the way back is longer. */
    remember(this: Palette, target: string) {
      const { picks, token } = this.$root.dataset
      const body = new URLSearchParams({ target, _csrf: token! })
      const headers = { accept: 'application/json' }
      void fetch(picks!, { method: 'POST', keepalive: true, headers, body }).catch(() => null)
    },

    pick(this: Palette, { target }: MouseEvent) {
      const option = (target as Element).closest<HTMLElement>('[role=option]')
      if (option) this.go(option)
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('palette', palette)
