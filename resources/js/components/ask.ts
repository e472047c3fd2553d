/** The address that a link leads to, or a form with this button as it is filled in now. */
function addressOf(opener: HTMLAnchorElement | HTMLButtonElement): URL | null {
  if (opener instanceof HTMLAnchorElement) return new URL(opener.href)
  if (!opener.form) return null
  const address = new URL(opener.getAttribute('formaction') ?? opener.form.action, location.href)
  for (const [name, value] of new FormData(opener.form)) {
    address.searchParams.append(name, String(value))
  }
  return address
}

/** Shows in the dialog what the page at the address would ask; else goes to that page. */
async function ask(address: URL, dialog: HTMLDialogElement): Promise<void> {
  const response = await fetch(address, { headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const question = page.getElementById('ask')
  const place = dialog.querySelector('[data-ask-body]')
  const title = dialog.querySelector('h2')
  if (!response.ok || response.redirected || !question || !place || !title) {
    return location.assign(address)
  }
  title.textContent = page.querySelector('h1')?.textContent ?? ''
  place.replaceChildren(document.adoptNode(question))
  dialog.showModal()
  question.querySelector<HTMLElement>('.form :is(input, select, textarea)')?.focus()
}

/** The same for a script, where there is such a dialog. */
export async function askIn(address: URL): Promise<void> {
  const dialog = document.getElementById('ask-dialog')
  if (!(dialog instanceof HTMLDialogElement)) return location.assign(address)
  await ask(address, dialog).catch(() => location.assign(address))
}

/** From a menu that closed meanwhile, what opens it. */
function backTo(opener: Element): void {
  opener.closest('details:not([open])')?.querySelector('summary')?.focus()
}

/** The second click of a double one would meet what lay behind the dialog. */
function swallowSecond(event: MouseEvent): void {
  if (event.detail < 2) return
  event.preventDefault()
  event.stopPropagation()
}

/** A file is saved and the page stays, so the question goes; any other answer is a new page. */
function closeOnceSent(): void {
  document.addEventListener('submit', ({ target }) => {
    const dialog = target instanceof Element && target.closest('#ask-dialog')
    if (!(dialog instanceof HTMLDialogElement)) return
    dialog.close()
    document.addEventListener('click', swallowSecond, { capture: true, once: true })
  })
}

/** `data-ask` on a link or a button of a GET form: asked in a dialog in place of a page. */
export default (): void => {
  closeOnceSent()
  document.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
    const dialog = document.getElementById('ask-dialog')
    if (!(dialog instanceof HTMLDialogElement)) return
    const opener = target.closest<HTMLAnchorElement | HTMLButtonElement>('[data-ask]')
    const address = opener && addressOf(opener)
    if (address) {
      event.preventDefault()
      dialog.addEventListener('close', () => backTo(opener), { once: true })
      void ask(address, dialog).catch(() => location.assign(address))
    } else if (dialog.open && dialog.contains(target) && target.closest('a.button')) {
      event.preventDefault()
      dialog.close()
    }
  })
}
