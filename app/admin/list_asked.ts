import type { HttpContext } from '@adonisjs/core/http'
import type { Viewer } from '#app/admin/definition'
import { keptOfList, type OwnList } from '#app/admin/queries/kept_of_list'
import { listNamed } from '#app/admin/queries/lists'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'
import { listValidator } from '#app/admin/validators/list_view'

/** The list that a form names, with what the person keeps of it; any other is a 404. */
export async function listAsked({ request }: HttpContext, viewer: Viewer): Promise<OwnList> {
  const [unknown, asked] = await request.tryValidateUsing(listValidator)
  if (unknown) throw new E_NO_SUCH_RECORD()
  const resource = listNamed(asked.list, viewer)
  return { resource, kept: await keptOfList(resource.id, viewer) }
}
