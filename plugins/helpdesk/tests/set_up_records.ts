import { clock } from '#core/platform'
import { draftTree } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { Template } from '#plugins/helpdesk/models/template'
import { aCalendar, aDraft, aLevel, aTeam } from '#plugins/helpdesk/tests/set_up'
import type { RecordMakers } from '#tests/kit/record_matrix'

const id = async (made: Promise<{ id: number }>) => ({ id: (await made).id })

async function aVersion() {
  const [{ n }] = await IntakeVersion.query().count('* as n').pojo<{ n: number }>()
  const tree = draftTree([(await aDraft()).leaf])
  const number = Number(n) + 1
  return IntakeVersion.create({ number, tree, publishedById: null, createdAt: clock.now() })
}

/** How to get a record for every route of the panel about how the helpdesk is set up. */
export const setUpRecords: RecordMakers = {
  'helpdesk.calendars': { everywhere: true, make: () => id(aCalendar()) },
  'helpdesk.service_levels': { everywhere: true, make: () => id(aLevel()) },
  'helpdesk.teams': { everywhere: true, make: () => id(aTeam()) },
  'helpdesk.templates': {
    everywhere: true,
    make: () => id(Template.create({ name: 'Hello', text: { en: 'Hello {customer}' } })),
  },
  'helpdesk.intake_nodes': {
    everywhere: true,
    make: async () => ({ id: (await aDraft()).leaf.id }),
  },
  'helpdesk.intake_versions': { everywhere: true, make: () => id(aVersion()) },
}
