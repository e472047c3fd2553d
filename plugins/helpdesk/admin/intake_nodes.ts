import { removal, resource, type AnyResource, type Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { orderIntake } from '#plugins/helpdesk/actions/order_intake'
import { removePlaces } from '#plugins/helpdesk/actions/remove_places'
import { fillPlace, intakeFields } from '#plugins/helpdesk/admin/intake_fields'
import { placeErrors } from '#plugins/helpdesk/admin/intake_rules'
import { SET_UP } from '#plugins/helpdesk/admin/rights'
import { teams } from '#plugins/helpdesk/admin/teams'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { places } from '#plugins/helpdesk/queries/places'

/** H2: the guided menu as it is being edited, place by place; its page shows it as a tree. */
export const intakeNodes: AnyResource = resource({
  id: 'helpdesk.intake_nodes',
  model: IntakeNode,
  permission: SET_UP,
  icon: 'layers',
  menu: false,
  label: ({ label }, { locale }) => translated(label, locale),
  list: {
    columns: [
      { name: 'label', texts: waysOf, strong: true },
      { name: 'isNeed', sort: true },
      { name: 'teamId', to: () => teams },
      { name: 'position', sort: true, align: 'end', hidden: true },
    ],
    search: ['label'],
    filters: [
      { name: 'isNeed', kind: 'flag' },
      { name: 'teamId', kind: 'relation', to: () => teams },
    ],
    defaultSort: 'position',
  },
  show: {
    links: [
      { id: 'tree', icon: 'layers', lead: true, href: () => urlFor('helpdesk.intake') },
      {
        id: 'add',
        icon: 'plus',
        href: ({ id, isNeed }) =>
          isNeed ? null : urlFor('helpdesk.intake_nodes.create', {}, { parentId: id }),
      },
    ],
  },
  form: {
    sections: intakeFields,
    check: placeErrors,
    fill: fillPlace,
    store: (_, __, { trx }) => orderIntake(trx),
    removed: ({ id }, { trx }) => removePlaces(trx, id),
  },
  actions: [removal('helpdesk.set_up', () => intakeNodes)],
})

async function waysOf(_: IntakeNode[], { locale }: Viewer): Promise<Map<number, string>> {
  return new Map((await places(locale)).map(({ id, way }) => [id, way]))
}
