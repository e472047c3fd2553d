import type { HttpContext } from '@adonisjs/core/http'
import type { Viewer } from '#app/admin/definition'
import { mayDo, type RecordAction } from '#app/admin/queries/named_actions'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'
import { viewerOf } from '#app/admin/viewer'

/**
 * Who opens an action. The route asks for its own permission alone: whoever does not see the
 * records of others finds none by what was added to them, and nobody does while their owner rests.
 */
export async function viewerWhoMay(ctx: HttpContext, named: RecordAction): Promise<Viewer> {
  const viewer = await viewerOf(ctx)
  if (!mayDo(named, viewer)) throw new E_NO_SUCH_RECORD()
  return viewer
}
