import { widget, type AdminContribution } from '#core/admin'
import { urlFor } from '#core/platform'
import { jobs } from '#app/jobs/admin/jobs'
import { Job } from '#app/jobs/models/job'

/** Shown only when work has failed for good: then somebody must act. */
const failedJobs = widget({
  id: 'jobs.failed',
  permission: 'jobs.view',
  view: 'admin/widgets/attention',
  async data(viewer) {
    const failed = await Job.query().where('state', 'failed').select('id').limit(100)
    if (failed.length === 0) return null
    return {
      text: viewer.t('jobs.admin.jobs.failed', { count: failed.length }),
      href: urlFor('jobs.jobs.index', {}, { state: 'failed' }),
    }
  },
})

export const admin: AdminContribution = {
  group: 'admin.groups.system',
  resources: [jobs],
  widgets: [failedJobs],
}
