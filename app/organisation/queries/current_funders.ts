import db from '@adonisjs/lucid/services/db'
import { pictureSize } from '#core/files'
import { shownSize, type Funding } from '#app/organisation/domain/funding'
import { funderLogos } from '#app/organisation/files'

type Row = Omit<Funding, 'width' | 'height' | 'alternative'> & { alternative: string }

/** The projects that fund the organisation, in their order; one without a picture is left out. */
export async function currentFunders(): Promise<Funding[]> {
  const rows: Row[] = await db
    .from('organisation_funders as funder')
    .join('files_files as file', 'file.record_id', 'funder.id')
    .where('file.use', funderLogos.id)
    .orderBy([
      { column: 'funder.position', order: 'asc' },
      { column: 'funder.id', order: 'asc' },
    ])
    .select('file.public_id as picture', 'file.stored_as as storedAs', 'file.type')
    .select('funder.alternative', 'funder.link')
  const shown = await Promise.all(rows.map(present))
  return shown.filter((funder) => funder !== null)
}

async function present({ alternative, ...row }: Row): Promise<Funding | null> {
  const size = await pictureSize(row.storedAs)
  return size && { ...row, alternative: JSON.parse(alternative), ...shownSize(size) }
}
