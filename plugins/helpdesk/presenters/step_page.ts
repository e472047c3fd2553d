import type { HttpContext } from '@adonisjs/core/http'
import { randomId, urlFor } from '#core/platform'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { presentAwaited } from '#plugins/helpdesk/presenters/awaited'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import type { ReadStep } from '#plugins/helpdesk/presenters/read_step'
import { presentFilesInput } from '#plugins/helpdesk/presenters/sent_files'

/** A form of one field with which the customer does something about a ticket. */
export type StepForm = {
  step: 'addition' | 'reply' | 'withdrawal' | 'reopening' | 'cancellation'
  route: string
  needs: 'text' | 'text_or_file' | 'nothing'
  tone?: 'danger'
}

/** What it is about, a field for words, files where they are taken, and a button. */
export async function renderStep(
  ctx: HttpContext,
  ticket: Ticket,
  form: StepForm,
  refused?: ReadStep
) {
  const { step, route, needs, tone } = form
  const t = (key: string) => ctx.i18n.t(`helpdesk.portal.steps.${step}.${key}`)
  const takesFiles = needs === 'text_or_file'
  if (refused) ctx.response.status(422)
  return ctx.view.render('helpdesk::pages/step', {
    title: t('title'),
    back: { href: addressOf(ticket) },
    about: aboutOf(ticket),
    quote: step === 'reply' ? await presentAwaited(ctx, ticket) : null,
    action: urlFor(`helpdesk.mine.${route}.store`, { id: ticket.publicId }),
    hidden: { form_key: randomId() },
    label: t('label'),
    hint: t('hint'),
    required: needs === 'text',
    go: { label: t('go'), tone },
    text: refused?.typed,
    files: takesFiles ? await presentFilesInput(ctx, refused?.files ?? []) : null,
    errors: refused?.errors ?? {},
  })
}

/** "T-2026-00042 · The printer prints nothing." */
export const aboutOf = ({ number, subject }: Ticket): string => [number, subject].join(' · ')
