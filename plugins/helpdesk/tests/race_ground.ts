import { NOW } from '#plugins/helpdesk/tests/helpdesk'
import type { RaceTask } from '#plugins/helpdesk/tests/race_tasks'
import { raceGround, type RaceGround } from '#tests/kit/race_ground'

/** These tickets, opened at `NOW`, and four processes to meet at them. */
export async function openTickets(tickets: number): Promise<RaceGround<RaceTask>> {
  const ground = await raceGround<RaceTask>('#plugins/helpdesk/tests/race_tasks', {
    ...{ prepare: { kind: 'prepare', tickets, at: Date.parse(NOW) }, processes: 4 },
  })
  if (ground.laidOut.tickets !== tickets) throw new Error(JSON.stringify(ground.laidOut))
  return ground
}
