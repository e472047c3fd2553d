import { inProcesses } from '#tests/kit/processes'
import type { TestServer } from '#tests/kit/servers'
import type { LaidOut, PlannerWish } from '#tests/journeys/planners_process'

const PROCESS = 'tests/journeys/planners_process.ts'
const VALUE = /name="starts_at" value="(\d+)"/g

/** A bookable service at a place, as customers reach it. */
export type Planner = { path: string; service: number; location: number }

/** Lays out locations with a service each in the data of a running server. */
export async function layOut<Name extends string>(
  server: TestServer,
  wishes: (PlannerWish & { name: Name })[]
): Promise<Record<Name, Planner>> {
  const [laidOut] = await inProcesses<{ wishes: PlannerWish[] }, LaidOut>(
    1,
    PROCESS,
    { wishes },
    { ...server.place.env, ENV_PATH: server.variables.ENV_PATH }
  )
  const planners = Object.entries(laidOut).map(([name, ids]) => {
    return [name, { path: `/booking/${name}/${name}`, ...ids }]
  })
  return Object.fromEntries(planners) as Record<Name, Planner>
}

/** The free times (epoch ms) of the week that begins so many days from now, as the page offers them. */
export async function freeStarts(
  server: TestServer,
  { path }: Planner,
  fromDays = 2
): Promise<number[]> {
  const from = new Date(Date.now() + fromDays * 86_400_000).toISOString().slice(0, 10)
  const { text } = await server.client().get(`${path}/week?from=${from}`)
  return [...text.matchAll(VALUE)].map(([, value]) => Number(value)).sort((a, b) => a - b)
}
