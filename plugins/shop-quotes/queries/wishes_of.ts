import db from '@adonisjs/lucid/services/db'
import { FormVersion } from '#core/forms'
import { columnsOf, recordIn, rows, type JoinedRow } from '#core/platform'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { Wish } from '#plugins/shop-quotes/models/wish'

export type AskedWish = { wish: Wish; form: FilledForm | null; version: FormVersion | null }

const SELECT = `select ${columnsOf(Wish, FilledForm, FormVersion).join(', ')}
  from ${Wish.table}
  left join ${FilledForm.table} on ${FilledForm.table}.id = ${Wish.table}.filled_form_id
  left join ${FormVersion.table} on ${FormVersion.table}.id = ${FilledForm.table}.form_version_id
  where ${Wish.table}.quote_id = ? order by ${Wish.table}.position`

/** What was requested, with the answers to the forms of the services, in one statement. */
export async function wishesOf(quoteId: number): Promise<AskedWish[]> {
  const found = await rows<JoinedRow>(db.connection(), SELECT, [quoteId])
  return found.map((row) => {
    const isAsked = row[`${FilledForm.table}__id`] !== null
    return {
      wish: recordIn(Wish, row)!,
      form: isAsked ? recordIn(FilledForm, row) : null,
      version: isAsked ? recordIn(FormVersion, row) : null,
    }
  })
}
