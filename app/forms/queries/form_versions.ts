import { FormVersion } from '#app/forms/models/form_version'

/** The version that a form shows now, or null where there is no such form. */
export function formFor(definitionId: number): Promise<FormVersion | null> {
  return FormVersion.query()
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
