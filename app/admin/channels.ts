import { defineChannel } from '#core/live'
import { ActionRun } from '#app/admin/models/action_run'

/** Only who asked for an action follows its progress; the page is then fetched again. */
export const runChannel = defineChannel({
  id: 'admin.run',
  async authorise(user, { id }) {
    if (!user?.isStaff || typeof id !== 'string' || !/^[\w-]{22}$/.test(id)) return false
    const own = ActionRun.query().where({ publicId: id, userId: user.id }).select('id')
    return (await own.first()) !== null
  },
  state: () => null,
})
