import type { Viewer } from '#core/admin'
import { allContributions } from '#core/platform'

/** What a kind of job or a schedule does, as its owner says it: `<owner>.jobs.<name>`. */
export function jobName(kind: string, viewer: Viewer): string {
  const [owner, ...name] = kind.replace(/^event:/, '').split('.')
  return viewer.word(`${owner}.jobs.${name.join('.')}`, kind)
}

/** Every kind of job that there can be, those of plugins that are switched off included. */
export function jobKinds(): string[] {
  const jobs = allContributions('jobs').flatMap(({ value }) => value.map(({ id }) => id))
  const listeners = allContributions('listens').flatMap(({ value }) => value)
  return [...jobs, ...listeners.map(({ id }) => `event:${id}`)]
}
