import { contributions, urlFor, type FirstRunStep } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import { actionButton } from '#app/admin/presenters/action_button'
import { presentQuestion, type Entered } from '#app/admin/presenters/question'
import {
  homeActions,
  isOffered,
  type Home,
  type HomeAction,
} from '#app/admin/queries/named_actions'
import { bulkText, titleOf } from '#app/admin/words'

type Asked = Entered & { problem?: string; detail?: string; back: string; viewer: Viewer }

/** The question before an action of a list or a page: how many records it means. */
export async function presentPageAction({ home, action }: HomeAction, asked: Asked) {
  const { problem, detail, back, viewer, ...entered } = asked
  const count = (await action.count?.(viewer)) ?? null
  return presentQuestion(home, action, {
    ...entered,
    preview: {
      applies: count ? bulkText(home, action.id, { count, viewer }) : null,
      problem: count === 0 ? viewer.t('admin.actions.nothing') : problem,
      detail,
    },
    to: count === 0 ? null : urlFor(`${home.id}.${action.id}.store`),
    hidden: { back },
    back: { label: isHome(home, back) ? titleOf(home, viewer) : viewer.t('ui.back'), href: back },
    viewer,
  })
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
    .map(({ home, action }) => actionButton(home, action, { back: page.address, viewer }))
}

/** `offers` names actions of other lists and pages that belong here as well. */
type Page = {
  route: string | undefined
  offers: readonly string[]
  address: string
  /** Of the first run: whoever leads through it has no second factor, and so no rights yet. */
  step: FirstRunStep | undefined
}
