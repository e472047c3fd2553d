import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { answeredFiles } from '#core/forms'
import type { Opening } from '#plugins/helpdesk/actions/open_ticket'
import type { IntakePlace } from '#plugins/helpdesk/presenters/intake_place'
import { customerActor } from '#plugins/helpdesk/presenters/own_ticket'
import type { ReadDeskTicket } from '#plugins/helpdesk/presenters/read_desk_ticket'
import type { ReadOpening } from '#plugins/helpdesk/presenters/read_opening'

type Given = { place: IntakePlace; read: ReadOpening; formKey: string }

/** What was read, without errors, as a ticket of whoever is signed in. */
export function openingOf(ctx: HttpContext, { place, read, formKey }: Given): Opening {
  const { id: userId, firstName, lastName, email } = signedInCustomer(ctx)
  return {
    ...{ formKey, by: customerActor(ctx), locale: ctx.locale },
    requester: { userId, firstName, lastName, email },
    ...{ intakeVersionId: place.version.id, key: place.key, need: place.need },
    ...wordsOf(read),
    followUpOfId: place.followUpOf?.id,
  }
}

/** The same as a ticket of the customer who phones. */
export function deskOpeningOf({ actor: by }: HttpContext, sent: ReadDeskTicket): Opening {
  const { chosen, customer, intake, form } = sent
  return {
    ...{ formKey: form!.form_key, locale: form!.locale, by },
    requester: { customerId: customer!.id },
    ...{ intakeVersionId: intake!.id, key: chosen!.key, need: chosen!.need! },
    ...wordsOf(sent.read),
  }
}

function wordsOf({ urgency, description, answers, files, formVersionId }: ReadOpening) {
  return {
    ...{ urgency: urgency!, description, formVersionId },
    answers: formVersionId === null ? null : answers,
    // Those of the description, and those that are answers.
    files: [...files.map(({ id }) => id), ...answeredFiles(answers)],
  }
}
