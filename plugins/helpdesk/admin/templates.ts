import {
  removal,
  resource,
  stateCell,
  type AnyResource,
  type FieldErrors,
  type Values,
  type Viewer,
} from '#core/admin'
import type { Translated } from '#core/organisation'
import { SET_UP } from '#plugins/helpdesk/admin/rights'
import { teams } from '#plugins/helpdesk/admin/teams'
import { unknownPlaceholders } from '#plugins/helpdesk/domain/placeholders'
import { Template } from '#plugins/helpdesk/models/template'

/** Answers that are sent often. */
export const templates: AnyResource = resource({
  id: 'helpdesk.templates',
  model: Template,
  permission: SET_UP,
  icon: 'file-text',
  label: ({ name }) => name,
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'teamId', to: () => teams },
      { name: 'active', value: stateOf, sort: true },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['name'],
    filters: [
      { name: 'teamId', kind: 'relation', to: () => teams },
      { name: 'active', kind: 'flag' },
    ],
    defaultSort: 'position',
  },
  form: {
    fields: [
      { name: 'name', kind: 'text', max: 80, unique: true, required: true, width: 'm', hint: true },
      { name: 'text', kind: 'translated', long: true, max: 5000, required: true, hint: true },
      { name: 'teamId', kind: 'relation', to: () => teams, hint: true },
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
    check: placeholderErrors,
  },
  actions: [removal('helpdesk.set_up', () => templates)],
})

function stateOf({ active }: Template, { t }: Viewer) {
  const word = t(`helpdesk.admin.templates.states.${active ? 'active' : 'inactive'}`)
  return stateCell(active ? 'called' : 'ended', word)
}

type Asked = { values: Values; viewer: Viewer }

/** What nobody would fill stands in no text that is sent. */
async function placeholderErrors({ values, viewer }: Asked): Promise<FieldErrors> {
  const errors: FieldErrors = {}
  for (const [locale, text] of Object.entries((values.text ?? {}) as Translated)) {
    const [unknown] = unknownPlaceholders(text)
    if (unknown === undefined) continue
    errors[`text.${locale}`] = viewer.t('helpdesk.admin.templates.errors.unknown', {
      name: unknown,
    })
  }
  return errors
}
