import { allContributions } from '#core/platform'
import type { Action, AnyResource } from '#app/admin/definition'

type NamedAction = { name: string; resource: AnyResource; action: Action }

/** Every action that the command line may run, by its full name. */
export function namedActions(): NamedAction[] {
  return allContributions('admin')
    .flatMap(({ value }) => value.resources ?? [])
    .flatMap((resource) =>
      resource.actions
        .filter(({ on }) => on?.includes('command') !== false)
        .map((action) => ({ name: `${resource.id}.${action.id}`, resource, action }))
    )
}
