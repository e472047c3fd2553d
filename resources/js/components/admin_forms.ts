import type { AlpineApi, AlpineThis } from '../alpine.js'
import { holds } from '../../../app/admin/domain/conditions.js'

type Condition = { name: string; is: string[] }

const valuesOf = (form: HTMLFormElement, name: string): string[] => {
  const own = form.elements.namedItem(name)
  if (own instanceof HTMLInputElement && own.type === 'checkbox') return [String(own.checked)]
  const entries = new FormData(form)
  return [...entries.getAll(name), ...entries.getAll(`${name}[]`)].map(String)
}

/** Shows and hides fields as the server would; what depends on a hidden field is hidden too. */
function applyConditions(form: HTMLFormElement): void {
  const parts = [...form.querySelectorAll<HTMLElement>('[data-when]')]
  for (const part of parts) {
    if (!part.dataset.when) continue
    const { name, is } = JSON.parse(part.dataset.when) as Condition
    const control = form.querySelector(
      `[name="${CSS.escape(name)}"], [name="${CSS.escape(name)}[]"]`
    )
    part.hidden =
      Boolean(control?.closest('[data-when][hidden]')) || !holds({ is }, valuesOf(form, name))
  }
  for (const section of form.querySelectorAll<HTMLElement>('.admin-section')) {
    const fields = [...section.querySelectorAll<HTMLElement>(':scope > .form > *')]
    section.hidden = fields.every((field) => field.hidden || field.matches('.without-script'))
  }
}

/** Warns before a half-filled form is left, sends it once, and follows its conditions. */
function adminForm() {
  let isTouched = false
  let isSent = false
  const warn = (event: BeforeUnloadEvent) => {
    if (isTouched && !isSent) event.preventDefault()
  }
  return {
    init(this: AlpineThis) {
      const form = this.$el as HTMLFormElement
      isTouched = form.dataset.touched === 'yes'
      form.addEventListener('input', () => (isTouched = true))
      form.addEventListener('change', () => applyConditions(form))
      form.addEventListener('submit', (event) => {
        // A second click while the first is under way would save twice.
        if (isSent) event.preventDefault()
        isSent = true
      })
      window.addEventListener('beforeunload', warn)
      // A page that comes back from the browser's memory can be sent again.
      window.addEventListener('pageshow', () => (isSent = false))
      applyConditions(form)
    },
    destroy() {
      window.removeEventListener('beforeunload', warn)
    },
  }
}

/** The same part of the page that the server answers with; null where it answers with another. */
async function answeredPart(form: HTMLFormElement, button: HTMLButtonElement, id: string) {
  const fields = [...new FormData(form, button)].map(([name, value]) => [name, String(value)])
  const body = new URLSearchParams(fields)
  const response = await fetch(form.action, { method: 'POST', body })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  return { part: page.getElementById(id), said: page.querySelector('[data-news]')?.textContent }
}

/**
 * Lines of a form: the server adds, removes and moves them, as it does without scripts; only this
 * part of its page is put in place, and the focus goes where the page says.
 */
function adminRows() {
  return {
    async step(this: AlpineThis, event: Event) {
      const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button[name=_step]')
      const form = button?.form
      const root = this.$root as HTMLFieldSetElement
      if (!button || !form || button.closest('[data-steps]') !== root) return
      event.preventDefault()
      const asked = answeredPart(form, button, root.id)
      // What is typed or pressed until the answer is there would be lost.
      root.disabled = true
      const { part, said } = await asked.catch(() => ({ part: null, said: '' }))
      root.disabled = false
      if (!part) return form.requestSubmit(button)
      form.dispatchEvent(new Event('input'))
      root.replaceWith(part)
      form.querySelector('[data-news]')!.textContent = said ?? ''
      part.querySelector<HTMLElement>('[autofocus]')?.focus()
      applyConditions(form)
    },
  }
}

type Found = { value: string; label: string }

/** The search beside a relation with many records: its matches become the options. */
function adminRelation() {
  return {
    async search(this: AlpineThis, event: Event) {
      const { lookup } = this.$root.dataset
      const select = this.$root.querySelector('select')
      if (!lookup || !select) return
      const address = new URL(lookup, location.href)
      address.searchParams.set('q', (event.target as HTMLInputElement).value)
      const response = await fetch(address, { headers: { accept: 'application/json' } })
      if (!response.ok) return
      const found = (await response.json()) as Found[]
      const chosen = select.value
      const kept = [...select.options].filter(({ value }) => value === '' || value === chosen)
      const known = new Set(kept.map(({ value }) => value))
      const further = found.filter(({ value }) => !known.has(value))
      select.replaceChildren(
        ...kept,
        ...further.map(({ value, label }) => new Option(label, value))
      )
      select.value = chosen
    },
  }
}

/** The browser's colour picker writes into the text field beside it. */
function adminColour() {
  return {
    pick(this: AlpineThis & { $refs: Record<string, HTMLInputElement> }, event: Event) {
      this.$refs.text.value = (event.target as HTMLInputElement).value
    },
  }
}

export default (alpine: AlpineApi): void => {
  alpine.data('adminForm', adminForm)
  alpine.data('adminRows', adminRows)
  alpine.data('adminRelation', adminRelation)
  alpine.data('adminColour', adminColour)
}
