import { test } from '@japa/runner'
import { defineFileUse } from '#core/files'
import { sweepFiles } from '#app/files/actions/sweep_files'
import { withDisabledPlugin } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'

test.group('The sweep of files', (group) => {
  group.each.setup(() => freshDatabase())

  test('a plugin that was never enabled has no tables, and stops nothing', async ({
    assert,
    cleanup,
  }) => {
    const use = defineFileUse({
      id: 'sample.letter',
      table: 'sample_letters',
      types: ['pdf'],
      most: 1,
      mayRead: () => false,
    })
    cleanup(withDisabledPlugin('sample', { files: [use] }))
    await assert.doesNotReject(() => sweepFiles())
  })
})
