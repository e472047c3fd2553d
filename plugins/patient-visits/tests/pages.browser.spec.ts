import { test } from '@japa/runner'
import { pageStates } from '#plugins/patient-visits/tests/page_states'
import { customerPages } from '#tests/kit/customer_pages'

test.group('Pages of patient visits in a browser', (group) => {
  customerPages(group, {
    plugin: 'patient-visits',
    called: 'visits',
    about: 'V1–V4',
    noPages: ['calendar_files.show', 'visit_files.show'],
    states: pageStates,
  })
})
