import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { FormVersion } from '#app/forms/models/form_version'

/** The version that a form shows now, or null where there is no such form. */
export function formFor(
  definitionId: number,
  client?: QueryClientContract
): Promise<FormVersion | null> {
  return FormVersion.query({ client })
    .join('forms_definitions', 'forms_definitions.id', 'forms_versions.definition_id')
    .whereColumn('forms_versions.number', 'forms_definitions.current_number')
    .where('forms_definitions.id', definitionId)
    .select('forms_versions.*')
    .first()
}

/** The version with which stored answers are read. */
export function formVersion(versionId: number): Promise<FormVersion> {
  return FormVersion.findOrFail(versionId)
}

/** Everything that a form has asked so far, newest first. */
export function formVersions(definitionId: number): Promise<FormVersion[]> {
  return FormVersion.query().where('definitionId', definitionId).orderBy('number', 'desc').limit(50)
}
