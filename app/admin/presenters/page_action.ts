import { contributions, randomId, urlFor, type FirstRunStep } from '#core/platform'
import type { FieldErrors, Values, Viewer } from '#app/admin/definition'
import { presentFields } from '#app/admin/presenters/form_fields'
import {
  homeActions,
  isOffered,
  type Home,
  type HomeAction,
} from '#app/admin/queries/named_actions'
import { actionLabel, actionText, bulkText, titleOf } from '#app/admin/words'

type Asked = {
  values: Values
  errors?: FieldErrors
  key?: string
  problem?: string
  detail?: string
  back: string
  viewer: Viewer
}

/** The page that asks before an action of a list or a page runs: how many records it means. */
export async function presentPageAction({ home, action }: HomeAction, asked: Asked) {
  const { values, errors = {}, key = randomId(), problem, detail, back, viewer } = asked
  const label = actionLabel(home, action.id, viewer)
  const count = (await action.count?.(viewer)) ?? null
  const filled = { values, errors, viewer, mode: 'edit' } as const
  return {
    title: label,
    text: actionText(home, action.id, viewer),
    label,
    danger: action.danger ?? false,
    errors,
    preview: {
      applies: count ? bulkText(home, action.id, { count, viewer }) : null,
      problem: count === 0 ? viewer.t('admin.actions.nothing') : problem,
      detail,
      refused: [],
    },
    fields: count === 0 ? [] : await presentFields(home, action.form ?? [], filled),
    action: count === 0 ? null : urlFor(`${home.id}.${action.id}.store`),
    hidden: { form_key: key, back },
    back: { label: isHome(home, back) ? titleOf(home, viewer) : viewer.t('ui.back'), href: back },
  }
}

const isHome = ({ route }: Home, back: string) => back.split('?')[0] === urlFor(route)

/** What may be done on a page, for its head. */
export async function pageActionsOf(page: Page, viewer: Viewer) {
  const named = (await contributions('admin')).flatMap(({ value }) => homeActions(value))
  return named
    .filter(({ name, home, action }) => {
      const isOwn = home.route === page.route && isOffered(action, 'page')
      const may = viewer.can(action.permission) || (page.step && page.step === action.firstRun)
      return (isOwn || page.offers.includes(name)) && may
    })
    .map((one) => presentButton(one, viewer, page.address))
}

/** `offers` names actions of other lists and pages that belong here as well. */
type Page = {
  route: string | undefined
  offers: readonly string[]
  address: string
  /** Of the first run: whoever leads through it has no second factor, and so no rights yet. */
  step: FirstRunStep | undefined
}

/** A button of it: leads to the question where there is one. */
function presentButton({ home, action }: HomeAction, viewer: Viewer, back: string) {
  const asks = action.confirm || action.count || (action.form ?? []).length > 0
  const route = `${home.id}.${action.id}.${asks ? 'create' : 'store'}`
  return {
    label: actionLabel(home, action.id, viewer),
    icon: action.icon,
    isLink: Boolean(asks),
    asks: Boolean(asks),
    href: urlFor(route, {}, asks ? { back } : {}),
    hidden: { form_key: randomId(), back },
  }
}
