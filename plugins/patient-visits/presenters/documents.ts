import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#core/admin'
import { fileLimits, filesOf, heldFile, presentFileInput, type HeldFile } from '#core/files'
import { urlFor } from '#core/platform'
import { visitDocuments } from '#plugins/patient-visits/files'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

export const FIELD = 'documents'

/** What was sent and not taken. */
type Refused = { held: readonly HeldFile[]; error: string; status: number }

/** The documents of a visit, each with a box to let it go, and room for more. */
export async function renderDocuments(ctx: HttpContext, visit: BookedVisit, refused?: Refused) {
  const { id, number, customer } = visit
  const own = (await filesOf(visitDocuments, id)).map(heldFile)
  const held = refused ? joined(own, refused.held) : own
  const limits = await fileLimits(visitDocuments)
  if (refused) ctx.response.status(refused.status)
  return renderPanel(ctx, 'patient_visits::admin/documents_form', {
    title: ctx.i18n.t('patient-visits.admin.documents.title'),
    back: {
      href: urlFor('patient-visits.visits.show', { id }),
      label: [number, customer.name].filter(Boolean).join(' · '),
    },
    hasAccount: customer.userId !== null,
    input: presentFileInput({ field: FIELD, limits, held }, ctx.locale),
    errors: refused ? { [`${FIELD}[]`]: refused.error } : {},
    error: refused?.error,
    action: urlFor('patient-visits.documents.update', { id }),
    version: visit.visit.version,
  })
}

/** What is there now, also what a colleague added meanwhile, and what was just sent. */
const joined = (own: readonly HeldFile[], sent: readonly HeldFile[]) => [
  ...own,
  ...sent.filter(({ id }) => !own.some((file) => file.id === id)),
]
