import type { PageAction } from '#core/admin'
import { changeLogo } from '#app/organisation/actions/change_logo'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'

/** Takes the picture away from every page; another one simply takes its place. */
export const removeLogo: PageAction = {
  id: 'remove',
  permission: 'organisation.manage',
  icon: 'trash-2',
  danger: true,
  confirm: true,
  when: async () => (await currentOrganisation()).logo !== null,
  whyNot: 'organisation.admin.logo.none',
  async run({ viewer }) {
    await changeLogo(null, viewer.actor)
    return { ok: true, notice: 'organisation.admin.logo.said.removed' }
  },
}
