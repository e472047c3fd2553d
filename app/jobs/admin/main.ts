import { navigationCounts, widget, type AdminContribution } from '#core/admin'
import { urlFor } from '#core/platform'
import { jobs } from '#app/jobs/admin/jobs'

/** Shown only when work has failed for good: then somebody must act. */
const failedJobs = widget({
  id: 'jobs.failed',
  permission: 'jobs.view',
  view: 'admin/widgets/attention',
  async data(viewer) {
    const count = (await navigationCounts(viewer)).get(jobs.id)
    if (!count) return null
    return {
      text: viewer.t('jobs.admin.jobs.failed', { count }),
      href: urlFor('jobs.jobs.index', {}, { state: 'failed' }),
    }
  },
})

export const admin: AdminContribution = {
  group: 'admin.groups.system',
  resources: [jobs],
  widgets: [failedJobs],
}
