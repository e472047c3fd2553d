import type { Viewer } from '#core/admin'
import { translated, type Translated } from '#core/organisation'
import type { FileProblem } from '#plugins/helpdesk/domain/file_problems'
import type { IntakeProblem } from '#plugins/helpdesk/domain/intake'

type Named = { key: string; label: Translated }

/** Why the menu cannot be published, each sentence with the name of its place. */
export const intakeProblemWords = (
  problems: readonly IntakeProblem[],
  nodes: readonly Named[],
  { t, locale }: Viewer
): { key: string | null; text: string }[] =>
  problems.map(({ reason, key }) => {
    const node = nodes.find((one) => one.key === key)
    const name = node ? nameOf([node.label], { t, locale }) : ''
    return { key, text: t(`helpdesk.intake.problems.${reason}`, { name }) }
  })

/** Why a file is not taken. */
export const fileProblemWords = (problems: readonly FileProblem[], viewer: Viewer): string[] =>
  problems.map(({ reason, way, name = '' }) =>
    viewer.t(`helpdesk.intake.file_problems.${reason}`, { place: nameOf(way, viewer), name })
  )

/** "Printer › It does not print" */
function nameOf(way: readonly Translated[], { t, locale }: Pick<Viewer, 't' | 'locale'>): string {
  const unnamed = t('helpdesk.intake.unnamed')
  return way.map((label) => translated(label, locale) || unnamed).join(' › ')
}
