import { allContributions, type Owned } from '#core/platform'
import type {
  Addition,
  AdminContribution,
  AnyResource,
  FormOwner,
  Viewer,
} from '#app/admin/definition'
import { findResource } from '#app/admin/resource'

/** Where parts of a record's pages and actions on it come from: its resource, or who adds to it. */
export type PartSource = {
  resource: AnyResource
  /** Whose words its parts speak; the id begins the names of its actions and of their routes. */
  words: FormOwner
  /** Null for the resource itself. */
  addition: Addition | null
}

export const itself = (resource: AnyResource): PartSource => ({
  resource,
  words: resource,
  addition: null,
})

/** What `warranty` adds to `helpdesk.tickets` is called `warranty.on.helpdesk.tickets`. */
export function sourceIn(owner: string, addition: Addition, resource: AnyResource): PartSource {
  const { id, name, model, zone } = resource
  return { resource, addition, words: { id: `${owner}.on.${id}`, owner, name, model, zone } }
}

/** All that one owner has; what it adds to records that are not there rests. */
export function sourcesBy({ owner, value }: Owned<AdminContribution>): PartSource[] {
  const { resources = [], additions = [] } = value
  const added = additions.flatMap((addition) => {
    const resource = findResource(addition.to)
    return resource ? [sourceIn(owner, addition, resource)] : []
  })
  return [...resources.map(itself), ...added]
}

/** A resource by its id, or what somebody adds to one by that name. */
export function sourceNamed(id: string): PartSource {
  const all = allContributions('admin').flatMap(sourcesBy)
  const found = all.find(({ words }) => words.id === id)
  if (!found) throw new Error(`No admin resource ${id}`)
  return found
}

/** The resource itself, then whoever adds to it and is open to this person. */
export function sourcesOf(resource: AnyResource, viewer: Viewer): PartSource[] {
  const added = allContributions('admin').flatMap(({ owner, value }) =>
    (value.additions ?? [])
      .filter(({ to }) => to === resource.id)
      .map((addition) => sourceIn(owner, addition, resource))
  )
  return [itself(resource), ...added.filter((source) => isOpenTo(source, viewer))]
}

/** Whose switches it hangs on. */
export const ownersOf = ({ words, resource }: PartSource): string[] => [words.owner, resource.owner]

/** Besides the permission of an action: nobody gets at records of others by what is added to them. */
export const neededFor = ({ addition, resource }: PartSource): string[] =>
  addition ? [addition.permission, resource.permission.view] : []

export const isOpenTo = (source: PartSource, { isActive, can }: Viewer): boolean =>
  ownersOf(source).every((owner) => isActive(owner)) &&
  neededFor(source).every((permission) => can(permission))
