import type { HttpContext } from '@adonisjs/core/http'
import { sentFiles, type SentFiles } from '#core/files'
import type { AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import type { Field, FieldOf } from '#app/admin/fields'
import { recordOf } from '#app/admin/queries/records'
import { viewerOf } from '#app/admin/viewer'

/** Fields of kind `file` stand in the forms of records; the form of an action has none. */
export const fileFieldsOf = (fields: readonly Field[]): FieldOf<'file'>[] =>
  fields.flatMap((field) => (field.kind === 'file' ? [field] : []))

/** Whether the form of a resource is sent with files. */
export const takesFiles = ({ form }: AnyResource): boolean =>
  fileFieldsOf(form.sections.flatMap(({ fields }) => fields)).length > 0

/**
 * The body of a form with its files in place of whatever was sent under their names: checked, and
 * held until the form is right.
 */
export async function withSentFiles(
  ctx: HttpContext,
  fields: readonly Field[],
  recordId: number | null
): Promise<Record<string, unknown>> {
  const body = { ...ctx.request.body() }
  for (const { name, use } of fileFieldsOf(fields)) {
    body[name] = await sentFiles(ctx, use, { field: name, recordId })
  }
  return body
}

/** What a field of kind `file` holds; anything else that came under its name is nothing. */
export function filesIn(value: unknown): SentFiles {
  const isRead = typeof value === 'object' && value !== null && 'files' in value
  return isRead ? (value as SentFiles) : { files: [], refusal: null }
}

/** The other values: files leave lines of their own in the trail. */
export function withoutFiles(fields: readonly Field[], values: Values): Values {
  const names = new Set(fileFieldsOf(fields).map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)))
}

/** What is wrong with the files of a form, in the viewer's words. */
export function fileErrors(fields: readonly Field[], input: Values, viewer: Viewer): FieldErrors {
  return Object.fromEntries(
    fileFieldsOf(fields).flatMap(({ name, required }) => {
      const { files, refusal } = filesIn(input[name])
      const reason = refusal?.reason ?? (required && files.length === 0 ? 'missing' : null)
      return reason ? [[name, viewer.t(`files.errors.${reason}`, refusal?.limits)]] : []
    })
  )
}

/**
 * `mayRead` of files that belong to the records of a resource: who may see the record in the
 * panel gets its files, everybody else reads "not found".
 */
export function readersOf(resource: () => AnyResource) {
  return async (ctx: HttpContext, recordId: number): Promise<boolean> => {
    const { permission } = resource()
    if (ctx.actor.kind !== 'staff' || !ctx.can(permission.view)) return false
    await recordOf(resource(), recordId, { viewer: await viewerOf(ctx) })
    return true
  }
}
