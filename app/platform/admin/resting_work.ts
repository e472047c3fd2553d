import type { Viewer } from '#core/admin'
import { registry } from '#core/platform'

/** What stands still while a plugin is off, in sentences; nothing when nobody waits for it. */
export async function restingWork(id: string, viewer: Viewer): Promise<string[]> {
  const plugin = registry.plugins.find((candidate) => candidate.id === id)
  const work = (await plugin?.rests?.()) ?? []
  return work.filter(({ count }) => count > 0).map(({ text, count }) => viewer.t(text, { count }))
}
