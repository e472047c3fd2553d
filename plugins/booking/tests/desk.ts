import type { FormField } from '#core/forms'
import { registry } from '#core/platform'
import type { Offer } from '#plugins/booking/queries/offers'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer } from '#tests/kit/http'

/** A service's own questions. */
export const QUESTIONS: FormField[] = [
  {
    key: 'occasion',
    kind: 'choice',
    label: { en: 'Occasion', de: 'Anlass' },
    required: true,
    options: [
      { key: 'first', label: { en: 'First time', de: 'Erstes Mal' } },
      { key: 'again', label: { en: 'Again', de: 'Erneut' } },
    ],
  },
  { key: 'wishes', kind: 'long_text', label: { en: 'Wishes', de: 'Wünsche' }, required: false },
]

/** How the desk's form names a service at a place. */
export const wordOf = ({ location, service }: Offer) => `${location.slug}/${service.slug}`

/** The form with which staff book; the page has another one, to choose the service. */
export function deskForm(page: Answer): HtmlForm {
  const found = page.forms().find(({ method, fields }) => method === 'POST' && 'offer' in fields)
  if (!found) throw new Error(`No form to book with on ${page.url} (${page.status})`)
  return found
}

/** Until the returned function runs nobody may manage appointments: the roles of the desk see them. */
export function onlyViewing(): () => void {
  const { permissions = [] } = registry.plugins.find(({ id }) => id === 'booking')!
  const index = permissions.findIndex(({ id }) => id === 'booking.manage')
  const own = permissions[index]
  permissions[index] = { ...own, roles: [] }
  return () => void (permissions[index] = own)
}
