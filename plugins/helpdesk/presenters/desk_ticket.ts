import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#core/admin'
import { LOCALE_NAMES, LOCALES, translated } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { needsOf, wayTo, type IntakeNode, type IntakeTree } from '#plugins/helpdesk/domain/intake'
import { URGENCIES } from '#plugins/helpdesk/domain/priority'
import { presentDeskCustomer } from '#plugins/helpdesk/presenters/desk_customer'
import { presentQuestions } from '#plugins/helpdesk/presenters/questions'
import type { DeskTicket } from '#plugins/helpdesk/presenters/read_desk_ticket'
import type { ReadOpening } from '#plugins/helpdesk/presenters/read_opening'
import { presentFilesInput } from '#plugins/helpdesk/presenters/sent_files'

type Shown = DeskTicket & { read?: ReadOpening }

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Staff open a ticket for a customer who phones: who, what about, how pressing, in whose words. */
export async function renderDeskTicket(ctx: HttpContext, ticket: Shown, errors?: FieldErrors) {
  const { input, customer, intake, chosen, read } = ticket
  const { i18n } = ctx
  if (errors) ctx.response.status(422)
  return renderPanel(ctx, 'helpdesk::admin/open', {
    title: i18n.t('helpdesk.desk.open.title'),
    ...(await presentDeskCustomer(ctx, input, customer)),
    chooseAction: urlFor('helpdesk.desk_tickets.create'),
    action: urlFor('helpdesk.desk_tickets.store'),
    errors: errors ?? {},
    groups: intake ? needGroups(ctx, intake.tree) : [],
    urgencies: URGENCIES.map((value) => ({ value, label: i18n.t(`helpdesk.urgencies.${value}`) })),
    languages: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    typed: typedIn(ctx, ticket),
    questions: await questionsOf(ctx, ticket, errors !== undefined),
    shown: chosen?.key ?? '',
    files: await presentFilesInput(ctx, read?.files ?? []),
    formKey: textOf(input.form_key) || randomId(),
  })
}

function typedIn({ organisation }: HttpContext, { input, customer }: Shown) {
  return {
    need: textOf(input.need),
    urgency: textOf(input.urgency),
    description: textOf(input.description),
    locale: textOf(input.locale) || (customer?.locale ?? organisation.defaultLocale),
  }
}

/** Nobody is told what is wrong with answers that they were not asked for. */
async function questionsOf(ctx: HttpContext, { chosen, read }: Shown, isChecked: boolean) {
  if (!chosen) return []
  const sent = read && { answers: read.answers, answerErrors: isChecked ? read.answerErrors : {} }
  return presentQuestions(ctx, chosen.need!, sent)
}

/** Every need of the guided menu under the questions that lead to it. */
function needGroups({ locale }: HttpContext, tree: IntakeTree) {
  const needs = needsOf(tree).map((node) => ({
    way: (wayTo(tree, node.key) ?? []).slice(0, -1).map(nameOf(locale)).join(' › '),
    option: { value: node.key, label: nameOf(locale)(node) },
  }))
  const byWay = Map.groupBy(needs, ({ way }) => way)
  return [...byWay].map(([label, own]) => ({ label, options: own.map(({ option }) => option) }))
}

const nameOf =
  (locale: HttpContext['locale']) =>
  ({ label }: IntakeNode) =>
    translated(label, locale)
