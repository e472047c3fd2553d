import { resource, type AnyResource, type FieldErrors, type Values, type Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { transaction, type Trx } from '#core/platform'
import { addFormVersion, saveFormVersion } from '#app/forms/actions/save_form_version'
import { fieldsIn, linesOf, questionErrors, questionsField } from '#app/forms/admin/questions'
import type { FormField } from '#app/forms/domain/fields'
import { FormDefinition } from '#app/forms/models/form_definition'
import { presentFields } from '#app/forms/presenters/fields'
import { formFor, formVersions } from '#app/forms/queries/form_versions'

/** The questions that services ask; each change of them is a version of its own. */
export const definitions: AnyResource = resource({
  id: 'forms.definitions',
  model: FormDefinition,
  permission: { view: 'forms.manage', manage: 'forms.manage' },
  icon: 'clipboard-list',
  label: ({ name }) => name,
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'currentNumber', sort: true, align: 'end' },
      { name: 'updatedAt', sort: true },
    ],
    search: ['name'],
    defaultSort: 'name',
  },
  show: {
    columns: [{ name: 'name' }, { name: 'currentNumber' }, { name: 'updatedAt' }],
    panels: [
      { id: 'preview', view: 'admin/forms/preview', data: previewOf },
      { id: 'versions', view: 'admin/forms/versions', data: versionsOf },
    ],
  },
  form: {
    sections: [
      { name: 'main', fields: [{ name: 'name', kind: 'text', max: 120, required: true }] },
      { name: 'questions', fields: [questionsField] },
    ],
    read: async ({ id }, client) => ({
      questions: linesOf((await formFor(id, client))?.fields ?? []),
    }),
    check: async ({ values, record, trx }) => questionErrors(await written(values, record, trx)),
    fill: async (form, values, { trx }) => {
      const fields = await written(values, form, trx)
      form.currentNumber = (await addFormVersion(trx, form, fields)).number
    },
    create,
  },
})

async function written({ questions }: Values, form: FormDefinition | null, trx: Trx) {
  if (questions === undefined) return (form && (await formFor(form.id, trx)))?.fields ?? []
  const version = (form?.currentNumber ?? 0) + 1
  return fieldsIn(questions, version)
}

type Created = { id: number } | { errors: FieldErrors }

async function create({ name, questions }: Values, { actor }: Viewer): Promise<Created> {
  const fields: FormField[] = fieldsIn(questions, 1)
  const errors = questionErrors(fields)
  if (Object.keys(errors).length > 0) return { errors }
  const form = { definitionId: null, name: String(name), fields, actor }
  const saved = await transaction((trx) => saveFormVersion(trx, form))
  return saved.ok ? { id: saved.definition.id } : { errors: { questions: 'admin.errors.invalid' } }
}

/** The form as the public sees it, in the viewer's language. */
async function previewOf({ id }: FormDefinition, { locale }: Viewer) {
  const fields = (await formFor(id))?.fields ?? []
  return fields.length > 0 ? { fields: presentFields(fields, {}, {}, locale) } : null
}

async function versionsOf({ id }: FormDefinition, viewer: Viewer) {
  const versions = await formVersions(id)
  return {
    rows: versions.map(({ number, createdAt, fields }) => ({
      number: viewer.formats().number(number),
      since: viewer.formats().dateTime(createdAt),
      questions: fields.map(({ kind, label, required }) => ({
        label: translated(label, viewer.locale),
        kind: viewer.t(`forms.admin.definitions.kinds.${kind}`),
        required,
      })),
    })),
  }
}
