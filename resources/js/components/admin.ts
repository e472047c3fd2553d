import type { AlpineApi, AlpineThis } from '../alpine.js'

/** A list follows its filters at once; the button stays for people without JavaScript. */
function adminList() {
  return {
    init(this: AlpineThis) {
      const form = this.$el as HTMLFormElement
      form.addEventListener('change', () => form.requestSubmit())
    },
  }
}

/** Warns before a half-filled form is left. */
function adminForm() {
  let isTouched = false
  const warn = (event: BeforeUnloadEvent) => {
    if (isTouched) event.preventDefault()
  }
  return {
    init(this: AlpineThis) {
      this.$el.addEventListener('input', () => (isTouched = true))
      this.$el.addEventListener('submit', () => (isTouched = false))
      window.addEventListener('beforeunload', warn)
    },
    destroy() {
      window.removeEventListener('beforeunload', warn)
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
  alpine.data('adminList', adminList)
  alpine.data('adminForm', adminForm)
  alpine.data('adminRelation', adminRelation)
  alpine.data('adminColour', adminColour)
}
