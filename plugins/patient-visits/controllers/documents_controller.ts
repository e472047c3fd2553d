import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { sentFiles } from '#core/files'
import { urlFor } from '#core/platform'
import { KeepDocuments } from '#plugins/patient-visits/actions/keep_documents'
import { visitDocuments } from '#plugins/patient-visits/files'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'
import { FIELD, renderDocuments } from '#plugins/patient-visits/presenters/documents'
import { visitAtDesk } from '#plugins/patient-visits/controllers/visit_at_desk'
import { updateDocumentsValidator } from '#plugins/patient-visits/validators/desk'

/** V2: documents of the unit for the patient, who reads them on the page of the visit. */
export default class DocumentsController {
  async edit(ctx: HttpContext) {
    return renderDocuments(ctx, await visitAtDesk(ctx))
  }

  async update(ctx: HttpContext) {
    const visit = await visitAtDesk(ctx)
    const { version: seen } = await ctx.request.validateUsing(updateDocumentsValidator)
    const sent = await sentFiles(ctx, visitDocuments, { field: FIELD, recordId: visit.id })
    const { files: held, refusal } = sent
    if (refusal) {
      const error = ctx.i18n.t(`files.errors.${refusal.reason}`, refusal.limits)
      return renderDocuments(ctx, visit, { held, error, status: 422 })
    }
    const ids = held.map(({ id }) => id)
    const kept = await new KeepDocuments().handle({ visitId: visit.id, ids, seen, by: ctx.actor })
    if (kept.ok) return this.#kept(ctx, visit, kept.isTold)
    const error =
      kept.reason === 'changed_meanwhile'
        ? ctx.i18n.t('patient-visits.admin.documents.changed_meanwhile')
        : ctx.i18n.t(`files.errors.${kept.reason}`, kept.limits)
    return renderDocuments(ctx, await visitAtDesk(ctx), { held, error, status: 409 })
  }

  #kept(ctx: HttpContext, { id }: BookedVisit, isTold: boolean) {
    const said = isTold ? 'documents_told' : 'documents_saved'
    const text = ctx.i18n.t(`patient-visits.admin.notices.${said}`)
    redirectWith(ctx, urlFor('patient-visits.visits.show', { id }), { tone: 'success', text })
  }
}
