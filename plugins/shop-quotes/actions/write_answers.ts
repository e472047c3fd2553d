import { setFiles } from '#core/files'
import { answeredFiles } from '#core/forms'
import { clock, updateRows, type Actor, type Trx } from '#core/platform'
import { FilesRefused } from '#plugins/shop-quotes/actions/attach_files'
import { filledFormFiles } from '#plugins/shop-quotes/files'
import { FilledForm, type Answered } from '#plugins/shop-quotes/models/filled_form'

/** S2, S6: answers with their files, new or in place of those that a line has. */
export async function writeAnswers(
  trx: Trx,
  known: FilledForm | null,
  { answered, by }: { answered: Answered; by: Actor }
): Promise<number> {
  const id = known
    ? await replace(trx, known, answered)
    : (await FilledForm.create(answered, { client: trx })).id
  const ids = answeredFiles(answered.answers)
  if (known || ids.length > 0) {
    const set = await setFiles(trx, { use: filledFormFiles, recordId: id, ids, actor: by })
    if (!set.ok) throw new FilesRefused(set)
  }
  return id
}

async function replace(trx: Trx, { id, version }: FilledForm, answered: Answered) {
  const changes = { ...answered, version: version + 1, updatedAt: clock.now() }
  await updateRows(trx, FilledForm, { id }, changes)
  return id
}
