const MEGABYTE = 2 ** 20

/** `840 kB`, as the server writes it for files that a form holds. */
function sizeOf({ size }: File): string {
  const isLarge = size >= MEGABYTE
  const amount = isLarge ? size / MEGABYTE : Math.ceil(size / 1024)
  const unit = isLarge ? 'megabyte' : 'kilobyte'
  const words = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(document.documentElement.lang, words).format(amount)
}

function without(input: HTMLInputElement, gone: File): void {
  const kept = new DataTransfer()
  for (const file of input.files ?? []) if (file !== gone) kept.items.add(file)
  input.files = kept.files
}

function lineOf(input: HTMLInputElement, list: HTMLElement, file: File): HTMLLIElement {
  const [name, size, remove] = ['span', 'span', 'button'].map((tag) => document.createElement(tag))
  name.className = 'files__name'
  name.textContent = `${file.name} `
  size.className = 'files__size'
  size.textContent = sizeOf(file)
  name.append(size)
  Object.assign(remove, { className: 'button', type: 'button', textContent: list.dataset.remove })
  Object.assign(remove.dataset, { tone: 'quiet', small: 'yes' })
  remove.setAttribute('aria-label', `${list.dataset.remove} ${file.name}`)
  remove.addEventListener('click', () => {
    without(input, file)
    listFiles(input)
    input.focus()
  })
  const line = document.createElement('li')
  line.append(name, remove)
  return line
}

/** Below the input: which files go along, how large they are, and a button to let each go. */
function listFiles(input: HTMLInputElement): void {
  const list = input.parentElement?.querySelector<HTMLElement>('[data-chosen-files]')
  if (!list) return
  list.replaceChildren(...[...(input.files ?? [])].map((file) => lineOf(input, list, file)))
  list.hidden = list.children.length === 0
}

const isFileInput = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'file'

/** A browser shows no size and lets nothing go; who comes back finds what they had chosen. */
export default (): void => {
  document.addEventListener('change', ({ target }) => {
    if (isFileInput(target)) listFiles(target)
  })
  window.addEventListener('pageshow', () => {
    for (const input of document.querySelectorAll('input')) if (isFileInput(input)) listFiles(input)
  })
}
