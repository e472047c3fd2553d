import { audit } from '#core/audit'
import { cleanTranslated, currentOrganisation } from '#core/organisation'
import { randomId, transaction, type Actor, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { orderIntake } from '#plugins/helpdesk/actions/order_intake'
import { removePlaces } from '#plugins/helpdesk/actions/remove_places'
import { fileProblems, type KnownNames } from '#plugins/helpdesk/domain/file_problems'
import type { FilePlace, IntakeFile, NamedNeed } from '#plugins/helpdesk/domain/intake_file'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { knownNames } from '#plugins/helpdesk/queries/set_up_names'

type Import = { file: IntakeFile; formKey: string; by: Actor }
type At = { parentId: number | null; names: KnownNames }

/** Puts the menu of a file in the place of the one that is being edited; all of it, or nothing. */
export class ImportIntake {
  async handle({ file, formKey, by }: Import): Promise<{ ok: boolean }> {
    const { defaultLocale } = await currentOrganisation()
    return transaction((trx) =>
      onceOnly(trx, `helpdesk.import_intake:${by.id}`, formKey, async () => {
        const names = await knownNames(trx)
        if (fileProblems(file, names, defaultLocale).length > 0) return { ok: false }
        await removePlaces(trx, null)
        await this.#write(trx, file.places, { parentId: null, names })
        await orderIntake(trx)
        const about = { object: 'helpdesk.intake', objectId: 'draft' }
        await audit(trx, { actor: by, action: 'helpdesk.intake_imported', ...about })
        return { ok: true }
      })
    )
  }

  async #write(trx: Trx, places: readonly FilePlace[], at: At): Promise<void> {
    for (const [position, { key, label, hint, question, need, children }] of places.entries()) {
      const texts = {
        hint: hint && cleanTranslated(hint),
        question: question && cleanTranslated(question),
      }
      const values = {
        ...{ key: key ?? randomId(), parentId: at.parentId, position, isNeed: need !== null },
        ...{ label: cleanTranslated(label), ...texts, ...decisionsOf(need, at.names) },
      }
      const { id } = await IntakeNode.create(values, { client: trx })
      await this.#write(trx, children, { ...at, parentId: id })
    }
  }
}

function decisionsOf(need: NamedNeed | null, { teams, levels, forms }: KnownNames) {
  return {
    kind: need?.kind ?? null,
    impact: need?.impact ?? null,
    teamId: need ? teams.get(need.team)![0] : null,
    serviceLevelId: need?.serviceLevel ? levels.get(need.serviceLevel)![0] : null,
    formId: need?.form ? forms.get(need.form)![0] : null,
  }
}
