import { defineJob } from '#core/jobs'
import {
  LAPSE_SOLUTION,
  REMIND_OF_SOLUTION,
  type AwaitedSolution,
} from '#plugins/helpdesk/actions/await_answer'
import { lapseSolution, remindOfSolution } from '#plugins/helpdesk/actions/lapse_solution'

export const LapseSolution = defineJob<AwaitedSolution>({
  ...LAPSE_SOLUTION,
  handle: lapseSolution,
})

export const RemindOfSolution = defineJob<AwaitedSolution & { nth: number }>({
  ...REMIND_OF_SOLUTION,
  handle: remindOfSolution,
})
