import { page, type AdminPage } from '#core/admin'
import { publish } from '#plugins/helpdesk/admin/publish'

const intakes = () => import('#plugins/helpdesk/controllers/intakes_controller')
const previews = () => import('#plugins/helpdesk/controllers/intake_previews_controller')
const files = () => import('#plugins/helpdesk/controllers/intake_files_controller')

const permission = 'helpdesk.set_up'

/** H2: the guided menu being edited, as customers would see it, and as a file. */
export const intakePages: AdminPage[] = [
  page({
    id: 'helpdesk.intake',
    path: '/intake',
    permission,
    icon: 'layers',
    handler: [intakes, 'show'],
    actions: [publish],
  }),
  page({
    id: 'helpdesk.intake_preview',
    path: '/intake/preview',
    permission,
    menu: false,
    handler: [previews, 'show'],
  }),
  page({
    id: 'helpdesk.intake_file',
    path: '/intake/file',
    permission,
    menu: false,
    handler: [files, 'show'],
  }),
]
