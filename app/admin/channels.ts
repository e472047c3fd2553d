import type { User } from '#core/accounts'
import { defineChannel, type ChannelParams } from '#core/live'
import { ActionRun } from '#app/admin/models/action_run'
import { isVisible, versionOf } from '#app/admin/queries/records'
import { RECORDS_CHANNEL } from '#app/admin/record_channels'
import { findResource } from '#app/admin/resource'
import { viewerFor } from '#app/admin/viewer'

/** Only who asked for an action follows its progress; the page is then fetched again. */
const runChannel = defineChannel({
  id: 'admin.run',
  async authorise(user, { id }) {
    if (!user?.isStaff || typeof id !== 'string' || !/^[\w-]{22}$/.test(id)) return false
    const own = ActionRun.query().where({ publicId: id, userId: user.id }).select('id')
    return (await own.first()) !== null
  },
  state: () => null,
})

/** A list is fetched again by whoever may see it; of a record only its version is told. */
const recordsChannel = defineChannel({
  id: RECORDS_CHANNEL,
  authorise: mayFollow,
  async state({ list, id }) {
    const resource = findResource(list)
    return resource && id !== undefined ? { version: await versionOf(resource, id) } : null
  },
})

/** Who sees the list follows it, and each record that they see in it. */
async function mayFollow(user: User | null, { list, id }: ChannelParams): Promise<boolean> {
  const resource = findResource(list)
  if (!user?.isStaff || !resource?.live) return false
  const viewer = await viewerFor(user)
  if (!viewer.isActive(resource.owner) || !viewer.can(resource.permission.view)) return false
  return id === undefined || isVisible(resource, id, viewer)
}

export const channels = [runChannel, recordsChannel]
