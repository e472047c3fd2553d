import type { AlpineApi, AlpineThis } from '../alpine.js'

/** What a page has in this part, without the part itself. */
async function partOf(address: URL, id: string): Promise<ChildNode[] | null> {
  const response = await fetch(address, { headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const part = page.getElementById(id)
  return response.ok && part ? [...part.childNodes] : null
}

/**
 * A part of a form that depends on a choice is fetched anew with each one:
 * `<div x-data="chosenPart" data-address="…" data-part="id">` around a select with
 * `x-on:change="choose"`. What was filled in for another choice comes back with it. Without an
 * answer the part stays as it is, and the server asks for what is missing.
 */
function chosenPart() {
  const filled = new Map<string, ChildNode[]>()
  let shown = ''
  return {
    init(this: AlpineThis) {
      shown = this.$root.querySelector('select')!.value
    },

    async choose(this: AlpineThis, { target }: Event) {
      const select = target as HTMLSelectElement
      const { name, value } = select
      const { address, part: id } = this.$root.dataset
      const asked = new URL(address!, location.href)
      asked.searchParams.set(name, value)
      const nodes = filled.get(value) ?? (await partOf(asked, id!).catch(() => null))
      const part = document.getElementById(id!)
      // Of several choices one after the other the last one stands.
      if (!nodes || !part || select.value !== value) return
      filled.set(shown, [...part.childNodes])
      part.replaceChildren(...nodes)
      shown = value
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('chosenPart', chosenPart)
