import { randomId, urlFor } from '#core/platform'
import type { Action, FormOwner, Viewer } from '#app/admin/definition'
import { actionLabel } from '#app/admin/words'

type Offered = Pick<Action, 'id' | 'icon' | 'confirm' | 'form'> & { count?: unknown }

type Where = {
  /** Parameters of the address: the id of a record. */
  params?: Record<string, number>
  /** The page where they are, when it is not the record's. */
  back?: string
  /** What its form begins with. */
  values?: Record<string, string>
  viewer: Viewer
}

/** A button that does it, or leads to the question where there is one. */
export function actionButton(home: FormOwner, action: Offered, where: Where) {
  const { params, back, values, viewer } = where
  const { id, icon, confirm, count, form = [] } = action
  const asks = Boolean(confirm || count || form.length > 0)
  const here: Record<string, string> = back === undefined ? {} : { back }
  return {
    label: actionLabel(home, id, viewer),
    icon,
    isLink: asks,
    asks,
    href: urlFor(
      `${home.id}.${id}.${asks ? 'create' : 'store'}`,
      params,
      asks ? { ...values, ...here } : {}
    ),
    hidden: { form_key: randomId(), ...here },
  }
}
