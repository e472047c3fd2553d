import { FormDefinition } from '#core/forms'
import type { Client } from '#core/platform'
import type { KnownNames } from '#plugins/helpdesk/domain/file_problems'
import type { NamesById } from '#plugins/helpdesk/domain/intake_file'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'

type Named = { id: number; name: string }

/** Everything that a need may lead to, by name. */
export async function knownNames(client?: Client): Promise<KnownNames> {
  return {
    teams: idsByName(await Team.query({ client }).orderBy('id')),
    levels: idsByName(await ServiceLevel.query({ client }).orderBy('id')),
    forms: idsByName(await FormDefinition.query({ client }).orderBy('id')),
  }
}

/** The same by id. */
export async function namesById(): Promise<NamesById> {
  const { teams, levels, forms } = await knownNames()
  return { teams: turned(teams), levels: turned(levels), forms: turned(forms) }
}

function idsByName(all: readonly Named[]): Map<string, number[]> {
  const ids = new Map<string, number[]>()
  for (const { id, name } of all) ids.set(name, [...(ids.get(name) ?? []), id])
  return ids
}

const turned = (ids: KnownNames['teams']): Map<number, string> =>
  new Map([...ids].flatMap(([name, all]) => all.map((id) => [id, name] as const)))
