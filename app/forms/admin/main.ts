import { resource, type AdminContribution, type Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { FormDefinition } from '#app/forms/models/form_definition'
import { formFor } from '#app/forms/queries/form_versions'

/** The questions that services ask, with the version that is asked now. */
const definitions = resource({
  id: 'forms.definitions',
  model: FormDefinition,
  permission: { view: 'forms.manage', manage: null },
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
    panels: [{ id: 'questions', view: 'admin/forms/questions', data: questionsOf }],
  },
})

async function questionsOf(definition: FormDefinition, viewer: Viewer) {
  const version = await formFor(definition.id)
  if (!version) return null
  return {
    rows: version.fields.map(({ key, kind, label, required }) => ({
      cells: [
        { text: translated(label, viewer.locale), note: key },
        viewer.t(`forms.admin.definitions.kinds.${kind}`),
        viewer.t(required ? 'admin.yes' : 'admin.no'),
      ],
    })),
  }
}

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [definitions],
}
