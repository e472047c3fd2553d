import { audit } from '#core/audit'
import { Customer } from '#core/customers'
import { filesOf, setFiles, type FileRefusal } from '#core/files'
import { queueMail } from '#core/messaging'
import { transaction, type Actor, type Trx } from '#core/platform'
import { lockedVisit } from '#plugins/patient-visits/actions/move_visit'
import { visitDocuments } from '#plugins/patient-visits/files'
import { DocumentMail } from '#plugins/patient-visits/mails/document_mail'
import type { Visit } from '#plugins/patient-visits/models/visit'

type Documents = {
  visitId: number
  /** All that the visit has from now on; those that are left out go. */
  ids: readonly string[]
  /** Version of the visit when its documents were shown. */
  seen: number
  by: Actor
}

type Kept =
  | { ok: true; added: number; isTold: boolean }
  | { ok: false; reason: 'changed_meanwhile' }
  | FileRefusal

/** V2: gives documents to the patient, or takes them away; of new ones they read in a mail. */
export class KeepDocuments {
  async handle({ visitId, ids, seen, by }: Documents): Promise<Kept> {
    return transaction(async (trx) => {
      const visit = await lockedVisit(trx, visitId)
      // A colleague's new document would else be taken for one that was let go.
      if (visit.version !== seen) return { ok: false, reason: 'changed_meanwhile' }
      const before = await filesOf(visitDocuments, visitId, trx)
      const set = await setFiles(trx, { use: visitDocuments, recordId: visitId, ids, actor: by })
      if (!set.ok) return set
      const stayed = set.files.filter(({ id }) => before.some((file) => file.id === id)).length
      const added = set.files.length - stayed
      if (added > 0 || stayed < before.length) {
        await visit.merge({ version: visit.version + 1 }).save()
      }
      return { ok: true, added, isTold: added > 0 && (await this.#tell(trx, visit, by)) }
    })
  }

  /** Who has no account could not read it, and gets no mail either. */
  async #tell(trx: Trx, visit: Visit, by: Actor): Promise<boolean> {
    const object = { object: 'patient-visits.visit', objectId: visit.id }
    await audit(trx, { actor: by, action: 'patient-visits.documents_added', ...object })
    const { email, name, firstName, userId } = await Customer.findOrFail(visit.customerId, {
      client: trx,
    })
    if (!email || userId === null) return false
    await queueMail(trx, DocumentMail, {
      to: email,
      toName: name,
      locale: visit.locale,
      data: { publicId: visit.publicId, firstName },
      dedupeKey: `patient-visits.document:${visit.publicId}:${visit.version}`,
      about: { object: 'patient-visits.visit', id: visit.id },
    })
    return true
  }
}
