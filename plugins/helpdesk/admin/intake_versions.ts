import { resource, type AnyResource, type Viewer } from '#core/admin'
import { agents } from '#plugins/helpdesk/admin/agents'
import { SET_UP } from '#plugins/helpdesk/admin/rights'
import { needsOf } from '#plugins/helpdesk/domain/intake'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { presentPlaces } from '#plugins/helpdesk/presenters/intake_places'

/** The guided menu as it was published each time; tickets keep the one that they came by. */
export const intakeVersions: AnyResource = resource({
  id: 'helpdesk.intake_versions',
  model: IntakeVersion,
  permission: { ...SET_UP, manage: null },
  icon: 'list',
  menu: false,
  label: versionOf,
  list: {
    columns: [
      { name: 'number', value: versionOf, sort: true, strong: true },
      { name: 'createdAt', sort: true },
      { name: 'publishedById', to: () => agents },
      { name: 'needs', value: needCount, align: 'end' },
    ],
    search: [],
    defaultSort: '-number',
  },
  show: {
    columns: [
      { name: 'number' },
      { name: 'createdAt' },
      { name: 'publishedById', to: () => agents },
      { name: 'needs', value: needCount },
    ],
    panels: [
      {
        id: 'places',
        view: 'helpdesk::admin/version_places',
        data: async ({ tree }, viewer) => ({ places: presentPlaces(tree, viewer) }),
      },
    ],
  },
})

function versionOf({ number }: IntakeVersion, { t }: Viewer): string {
  return t('helpdesk.intake.version', { number })
}

function needCount({ tree }: IntakeVersion): string {
  return String(needsOf(tree).length)
}
