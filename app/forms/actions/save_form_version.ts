import { isDeepStrictEqual } from 'node:util'
import { audit } from '#core/audit'
import { clock, randomId, type Actor, type Trx } from '#core/platform'
import { fieldProblems, type FieldProblem } from '#app/forms/domain/check_fields'
import type { FormField } from '#app/forms/domain/fields'
import { FormDefinition } from '#app/forms/models/form_definition'
import { FormVersion } from '#app/forms/models/form_version'

export interface SaveFormInput {
  /** null for a new form. */
  definitionId: number | null
  name: string
  fields: readonly FormField[]
  actor: Actor
  /** `version` of the definition that the editor saw; a newer one is not overwritten. */
  seenVersion?: number
}

export type SaveFormResult =
  | { ok: true; definition: FormDefinition; version: FormVersion }
  | { ok: false; reason: 'invalid_fields'; problems: FieldProblem[] }
  | { ok: false; reason: 'changed_meanwhile' }

/**
 * Stores the fields as a new version and makes it the current one. Answers given to earlier
 * versions keep theirs; a save that changes no field makes no version.
 */
export async function saveFormVersion(trx: Trx, input: SaveFormInput): Promise<SaveFormResult> {
  const problems = fieldProblems(input.fields)
  if (problems.length > 0) return { ok: false, reason: 'invalid_fields', problems }

  const definition = await lockedDefinition(trx, input)
  if (input.seenVersion !== undefined && definition.version !== input.seenVersion) {
    return { ok: false, reason: 'changed_meanwhile' }
  }
  const before = { name: definition.name, currentNumber: definition.currentNumber }
  const version = await addFormVersion(trx, definition, input.fields)
  definition.merge({ name: input.name, currentNumber: version.number, updatedAt: clock.now() })
  if (input.definitionId !== null) definition.version += 1
  await definition.save()
  await audit(trx, {
    actor: input.actor,
    action: input.definitionId === null ? 'forms.created' : 'forms.saved',
    object: 'forms.definition',
    objectId: definition.id,
    changes: {
      name: [before.name, definition.name],
      currentNumber: [before.currentNumber, version.number],
    },
  })
  return { ok: true, definition, version }
}

function lockedDefinition(
  trx: Trx,
  { definitionId, name }: SaveFormInput
): Promise<FormDefinition> {
  const query = FormDefinition.query({ client: trx })
  if (definitionId !== null) return query.where('id', definitionId).forUpdate().firstOrFail()
  const now = clock.now()
  const blank = { publicId: randomId(), name, currentNumber: 0, version: 1 }
  return FormDefinition.create({ ...blank, createdAt: now, updatedAt: now }, { client: trx })
}

/** The version with these fields; the current one where they are the same. */
export async function addFormVersion(
  trx: Trx,
  definition: FormDefinition,
  fields: readonly FormField[]
): Promise<FormVersion> {
  const latest = await FormVersion.query({ client: trx })
    .where({ definitionId: definition.id, number: definition.currentNumber })
    .first()
  if (latest && isDeepStrictEqual(latest.fields, fields)) return latest
  return FormVersion.create(
    {
      definitionId: definition.id,
      number: definition.currentNumber + 1,
      fields: [...fields],
      createdAt: clock.now(),
    },
    { client: trx }
  )
}
