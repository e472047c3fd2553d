import { defineJob } from '#core/jobs'
import {
  RECOMPUTE_TARGETS,
  recomputeTargets,
  type ChangedCalendar,
} from '#plugins/helpdesk/actions/recompute_targets'

export const RecomputeTargets = defineJob<ChangedCalendar>({
  ...RECOMPUTE_TARGETS,
  handle: recomputeTargets,
})
