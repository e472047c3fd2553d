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

export default (alpine: AlpineApi): void => {
  alpine.data('adminList', adminList)
  document.addEventListener('pointerdown', ({ target }) => fold(target))
  document.addEventListener('keydown', ({ key, target }) => {
    const details = key === 'Escape' && target instanceof Element ? target.closest(FOLDED) : null
    if (!details) return
    fold(null)
    details.querySelector('summary')?.focus()
  })
}
