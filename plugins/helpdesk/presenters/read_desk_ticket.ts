import type { HttpContext } from '@adonisjs/core/http'
import type { Customer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { firstOfEach, type FieldErrors } from '#core/web'
import { needsOf, type IntakeNode } from '#plugins/helpdesk/domain/intake'
import type { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { customerAtDesk } from '#plugins/helpdesk/presenters/desk_customer'
import { readOpening, type ReadOpening } from '#plugins/helpdesk/presenters/read_opening'
import { publishedIntake } from '#plugins/helpdesk/queries/published_intake'
import { storeDeskTicketValidator } from '#plugins/helpdesk/validators/desk'

/** As the address or the form says, unchecked. */
type Input = Readonly<Record<string, unknown>>

/** For whom a ticket is being opened, and about what. */
export type DeskTicket = {
  input: Input
  /** Null while somebody is looked for. */
  customer: Customer | null
  intake: IntakeVersion | null
  /** The need among those of the menu; null while none is chosen. */
  chosen: IntakeNode | null
}

export type ReadDeskTicket = DeskTicket & {
  read: ReadOpening
  form: { form_key: string; locale: Locale } | null
  errors: FieldErrors
  /** The need's questions were not on the page yet. */
  isAsking: boolean
}

/** `?customer=12&need=key`: what is known before anything was typed. */
export async function deskTicketOf(ctx: HttpContext, input: Input): Promise<DeskTicket> {
  const customer = await customerAtDesk(ctx, input)
  const intake = await publishedIntake()
  const needs = intake ? needsOf(intake.tree) : []
  return { input, customer, intake, chosen: needs.find(({ key }) => key === input.need) ?? null }
}

/** What was typed, and the files, are read and checked as those of customers are. */
export async function readDeskTicket(ctx: HttpContext): Promise<ReadDeskTicket> {
  const input: Input = ctx.request.body()
  const ticket = await deskTicketOf(ctx, input)
  const need = ticket.chosen?.need ?? { formId: null }
  const read = await readOpening(ctx, need)
  const [error, form] = await ctx.request.tryValidateUsing(storeDeskTicketValidator)
  const isUnseen = need.formId !== null && input.shown !== ticket.chosen?.key
  return {
    ...ticket,
    ...{ read, form },
    errors: { ...errorsOf(ctx, ticket, read), ...firstOfEach(error?.messages ?? []) },
    isAsking: input.choose !== undefined || isUnseen,
  }
}

function errorsOf({ i18n }: HttpContext, { chosen }: DeskTicket, { errors }: ReadOpening) {
  const { urgency, ...others } = errors
  return {
    ...(chosen ? {} : { need: i18n.t('helpdesk.desk.open.choose_need') }),
    ...(urgency ? { urgency: i18n.t('helpdesk.desk.open.choose_urgency') } : {}),
    ...others,
  }
}
