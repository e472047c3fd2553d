import { contributions } from '#core/platform'
import type { JobDefinition } from '#app/jobs/definitions'

/**
 * What can be run now, by kind: the jobs and listeners of core modules and enabled plugins. Rows
 * of any other kind rest until somebody can run them.
 */
export async function handlers(): Promise<Map<string, JobDefinition>> {
  const [jobs, listens] = await Promise.all([contributions('jobs'), contributions('listens')])
  const definitions: JobDefinition[] = [
    ...jobs.flatMap(({ value }) => value),
    ...listens.flatMap(({ value }) =>
      value.map(({ id, handle }) => ({ id: `event:${id}`, handle }))
    ),
  ]
  return new Map(definitions.map((definition) => [definition.id, definition]))
}
