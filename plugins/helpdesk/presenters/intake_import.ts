import { randomId, urlFor } from '#core/platform'
import type { Viewer } from '#core/admin'
import type { FilePlace, IntakeFile } from '#plugins/helpdesk/domain/intake_file'

type Asked = {
  /** What was sent, in which something is wrong, or which awaits agreement. */
  text?: string
  problems?: readonly string[]
  /** A file in which nothing is wrong. */
  file?: IntakeFile
  formKey?: string
}

/** The page that takes a file, says what is wrong with it, or asks whether it is meant. */
export function presentImport({ text = '', problems = [], file, formKey }: Asked, { t }: Viewer) {
  return {
    text,
    problems,
    asks: file ? t('helpdesk.intake.import.asks', countsOf(file)) : null,
    formKey: formKey ?? randomId(),
    action: urlFor('helpdesk.intake_imports.store'),
    again: urlFor('helpdesk.intake_imports.create'),
    back: { label: t('helpdesk.admin.intake.title'), href: urlFor('helpdesk.intake') },
  }
}

function countsOf({ places }: IntakeFile): { places: number; needs: number } {
  const all = allOf(places)
  return { places: all.length, needs: all.filter(({ need }) => need !== null).length }
}

const allOf = (places: readonly FilePlace[]): FilePlace[] =>
  places.flatMap((place) => [place, ...allOf(place.children)])
