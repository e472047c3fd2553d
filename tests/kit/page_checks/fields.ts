import { isShown, placeOf } from './elements.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Tokens of WCAG 1.3.5 for what a person says about themself, by the name of the field. */
const TOKENS: Record<string, readonly string[]> = {
  first_name: ['given-name'],
  last_name: ['family-name'],
  name: ['name'],
  email: ['email', 'username'],
  phone: ['tel'],
  birthday: ['bday'],
  date_of_birth: ['bday'],
  organisation: ['organization'],
  company: ['organization'],
  street: ['address-line1', 'street-address'],
  postal_code: ['postal-code'],
  city: ['address-level2'],
  country: ['country'],
  password: ['current-password', 'new-password'],
  password_confirmation: ['new-password'],
  current_password: ['current-password'],
  code: ['one-time-code'],
}
const BY_TYPE: Record<string, readonly string[]> = {
  email: ['email', 'username'],
  tel: ['tel'],
  password: ['current-password', 'new-password'],
}

/** Fields about the person themself that a browser cannot fill in for them. */
export function unfillableFields(): string[] {
  return controls()
    .map((control) => ({ control, wanted: TOKENS[control.name] ?? BY_TYPE[control.type] }))
    .filter(({ control, wanted }) => wanted && !wanted.includes(tokenOf(control)))
    .map(({ control }) => `autocomplete "${control.autocomplete}": ${placeOf(control)}`)
}

const tokenOf = ({ autocomplete }: Control): string => autocomplete.split(' ').at(-1) ?? ''

const controls = (): Control[] =>
  [...document.querySelectorAll<Control>('input:not([type=hidden]), select, textarea')].filter(
    (control) => isShown(control) && control.name && !control.hasAttribute('readonly')
  )

/**
 * Faults of a form that is shown again (WCAG 3.3.1, 3.3.3): the summary has the focus and leads to
 * every field that is wrong, each of which says so itself.
 */
export function summaryFaults(words: readonly string[]): string[] {
  const summary = document.querySelector('.error-summary')
  const wrong = [...document.querySelectorAll('[aria-invalid=true]')].filter(isShown)
  if (!summary) return wrong.map((control) => `no error summary for ${placeOf(control)}`)
  const links = [...summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
  const targets = links.map(({ hash }) => document.getElementById(hash.slice(1)))
  return [
    ...(document.activeElement === summary ? [] : ['the error summary has no focus']),
    ...(words.some((word) => document.title.startsWith(word)) ? [] : ['the title tells no error']),
    ...(links.length > 0 ? [] : ['the error summary leads nowhere']),
    ...links.flatMap((link, at) => linkFaults(link, targets[at])),
    ...wrong
      .filter((control) => !targets.some((target) => target && isAbout(target, control)))
      .map((control) => `not in the error summary: ${placeOf(control)}`),
  ]
}

/** A field, or the group of fields that it stands in. */
const isAbout = (target: Element, control: Element): boolean =>
  target.contains(control) || (target.closest('fieldset')?.contains(control) ?? false)

function linkFaults(link: HTMLAnchorElement, target: HTMLElement | null): string[] {
  if (!target || !isShown(target)) return [`leads to no field: ${placeOf(link)}`]
  // Of a group no single field is wrong, and `group` has no word for it: its words tell.
  const group = target.closest('fieldset, [role=group]')
  const invalid =
    target.closest('[aria-invalid=true]') ?? target.querySelector('[aria-invalid=true]') ?? group
  if (!invalid) return [`not aria-invalid: ${placeOf(target)}`]
  const ids = (invalid.getAttribute('aria-describedby') ?? '').split(/\s+/)
  const told = ids.map((id) => document.getElementById(id)?.textContent?.trim() ?? '').join(' ')
  return told ? [] : [`not described: ${placeOf(target)}`]
}
