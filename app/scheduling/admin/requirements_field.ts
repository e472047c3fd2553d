import vine from '@vinejs/vine'
import { isOnlyNarrowed, lookupIn, type Field, type Viewer } from '#core/admin'
import type { Need } from '#app/scheduling/admin/service_parts'

/** Empty lines that the form offers beside the stored ones. */
const FURTHER = 2

/**
 * What an appointment occupies: "1 of Cabin 1, Cabin 2" and "1 of the device". A line without
 * resources is dropped, which is how one is taken away.
 */
export const requirementsField: Field = {
  name: 'requirements',
  kind: 'custom',
  view: 'admin/scheduling/requirements',
  hint: true,
  schema: () =>
    vine
      .array(
        vine.object({
          need: vine.number().withoutDecimals().range([1, 500]).nullable().optional(),
          resourceIds: vine
            .array(vine.number().withoutDecimals().range([1, 2_147_483_647]))
            .maxLength(200)
            .optional(),
        })
      )
      .parse(withoutEmptyLines)
      .maxLength(20)
      .nullable()
      .optional(),
  data: presentRequirements,
  words: requirementsInWords,
}

/** What the form offers beside the stored lines changes nothing when it stays empty. */
function withoutEmptyLines(lines: unknown): unknown {
  if (!Array.isArray(lines)) return lines
  return lines.filter((line: Partial<Need> | null) => line?.resourceIds !== undefined)
}

/** "1 of: Cabin 1, Cabin 2", a line each. */
async function requirementsInWords(viewer: Viewer, value: unknown): Promise<string> {
  const names = new Map(
    (await lookupIn('scheduling.resources', viewer)).map(({ value: id, label }) => [id, label])
  )
  const lines = needsIn(value).map(({ need, resourceIds }) => {
    const resources = [resourceIds ?? []].flat().flatMap((id) => names.get(String(id)) ?? [])
    return viewer.t('scheduling.admin.services.need_of', {
      need: need ?? 1,
      resources: resources.join(', '),
    })
  })
  return lines.join('\n')
}

const needsIn = (value: unknown) => (Array.isArray(value) ? (value as Partial<Need>[]) : [])

async function presentRequirements(viewer: Viewer, value: unknown) {
  const stored = needsIn(value)
  const resources = await lookupIn('scheduling.resources', viewer)
  const lines = [...stored, ...Array.from({ length: FURTHER }, (): Partial<Need> => ({}))]
  return {
    isLocked: viewer.locationIds !== null,
    isOnlyNarrowed: await isOnlyNarrowed(viewer),
    lines: lines.map(({ need, resourceIds }, index) => {
      const chosen = [resourceIds ?? []].flat().map(String)
      return {
        index,
        need: need ?? 1,
        options: resources.map((option) => ({
          ...option,
          checked: chosen.includes(option.value),
        })),
      }
    }),
  }
}
