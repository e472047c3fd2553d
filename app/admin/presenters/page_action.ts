import { contributions, urlFor, type FirstRunStep } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import { actionButton } from '#app/admin/presenters/action_button'
import { presentQuestion, type Entered } from '#app/admin/presenters/question'
import { refusalOnPage } from '#app/admin/queries/action_preview'
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
  const { detail, back, viewer, ...entered } = asked
  const refusal = await refusalOnPage(action)
  const count = refusal ? null : ((await action.count?.(viewer)) ?? null)
  const isOpen = refusal === null && count !== 0
  return presentQuestion(home, action, {
    ...entered,
    preview: {
      applies: count ? bulkText(home, action.id, { count, viewer }) : null,
      problem: isOpen ? asked.problem : viewer.t(refusal ?? 'admin.actions.nothing'),
      detail,
    },
    to: isOpen ? urlFor(`${home.id}.${action.id}.store`) : null,
    hidden: { back },
    back: { label: isHome(home, back) ? titleOf(home, viewer) : viewer.t('ui.back'), href: back },
    viewer,
  })
}

const isHome = ({ route }: Home, back: string) => back.split('?')[0] === urlFor(route)

/** An action of another list or page that belongs here as well, with what its form begins with. */
export type PageOffer = { name: string; values?: Record<string, string> }

type Page = {
  route: string | undefined
  offers: readonly PageOffer[]
  address: string
  /** Of the first run: whoever leads through it has no second factor, and so no rights yet. */
  step: FirstRunStep | undefined
}

/** What may be done on a page now, for its head. */
export async function pageActionsOf({ route, offers, address, step }: Page, viewer: Viewer) {
  const named = (await contributions('admin')).flatMap(({ value }) => homeActions(value))
  const buttons = []
  for (const { name, home, action } of named) {
    const offer = offers.find((one) => one.name === name)
    const isHere = offer ?? (home.route === route && isOffered(action, 'page'))
    const may = viewer.can(action.permission) || (step && step === action.firstRun)
    if (!isHere || !may || (await refusalOnPage(action))) continue
    buttons.push(actionButton(home, action, { back: address, values: offer?.values, viewer }))
  }
  return buttons
}
