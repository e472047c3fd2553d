import type { AlpineApi, AlpineThis } from '../alpine.js'

const FOLDED = 'details[data-stays-open]'

/** What was used and unfolded when the list was asked for anew, by id. */
let used = ''
let unfolded: string[] = []

function remember(): void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>(FOLDED)]
  used = document.activeElement?.id ?? ''
  unfolded = folded.flatMap(({ open, id }) => (open ? [id] : []))
}

function restore(): void {
  for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '')
  if (used !== '') document.getElementById(used)?.focus({ preventScroll: true })
  used = ''
  unfolded = []
}

function fold(except: EventTarget | null): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>(`${FOLDED}[open]`)) {
    if (except instanceof Node && details.contains(except)) continue
    details.open = false
  }
}

/** A list follows its filters at once; the button stays for people without JavaScript. */
function adminList() {
  return {
    init(this: AlpineThis) {
      const form = this.$el as HTMLFormElement
      form.addEventListener('change', () => form.requestSubmit())
      form.addEventListener('submit', remember)
      void this.$nextTick().then(restore)
    },
  }
}

type Found = { value: string; label: string }

/** The search inside a filter: its matches take the place of the records to choose from. */
function adminFind() {
  let asked = 0
  return {
    async find(this: AlpineThis, event: Event) {
      const mine = ++asked
      const address = new URL(this.$root.dataset.lookup!, location.href)
      address.searchParams.set('q', (event.target as HTMLInputElement).value)
      const response = await fetch(address, { headers: { accept: 'application/json' } })
      // A later letter may be answered first.
      if (!response.ok || mine !== asked) return
      show(this.$root, (await response.json()) as Found[])
    },
    /** The words alone narrow nothing. */
    still() {},
    chosen(this: AlpineThis) {
      this.$root.querySelector<HTMLInputElement>('input[type=search]')!.value = ''
    },
  }
}

/** All and what is chosen stay. */
function show(root: HTMLElement, found: Found[]): void {
  const [all, ...labels] = [...root.querySelectorAll<HTMLLabelElement>('fieldset label')]
  const inputOf = (label: HTMLLabelElement) => label.querySelector('input')!
  const kept = labels.filter((label) => inputOf(label).checked)
  for (const label of labels) if (!kept.includes(label)) label.remove()
  const known = kept.map((label) => inputOf(label).value)
  for (const { value, label } of found.filter((one) => !known.includes(one.value))) {
    const line = all.cloneNode(true) as HTMLLabelElement
    Object.assign(inputOf(line), {
      value,
      checked: false,
      id: `filter-${inputOf(all).name}-${value}`,
    })
    line.querySelector('span')!.textContent = label
    all.parentElement!.append(line)
  }
}

export default (alpine: AlpineApi): void => {
  alpine.data('adminFind', adminFind)
  alpine.data('adminList', adminList)
  document.addEventListener('pointerdown', ({ target }) => fold(target))
  document.addEventListener('keydown', ({ key, target }) => {
    const details = key === 'Escape' && target instanceof Element ? target.closest(FOLDED) : null
    if (!details) return
    fold(null)
    details.querySelector('summary')?.focus()
  })
}
