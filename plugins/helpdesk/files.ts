import { signedInUser } from '#core/accounts'
import { defineFileUse } from '#core/files'
import { isShown } from '#plugins/helpdesk/domain/deeds'
import { entryBehind } from '#plugins/helpdesk/queries/entry_behind'

/** What came with the words of customers and staff; of an internal note only staff read it. */
export const entryFiles = defineFileUse({
  id: 'helpdesk.entry',
  table: 'helpdesk_entries',
  types: ['pdf', 'png', 'jpeg', 'webp', 'txt', 'csv', 'docx', 'xlsx', 'odt'],
  // Those of the setting, and one for each question of a form; it has no more of them.
  most: 50,
  async mayRead(ctx, entryId) {
    const user = await signedInUser(ctx)
    const entry = user && (await entryBehind(entryId))
    if (!entry) return false
    if (user.isStaff) return ctx.can('helpdesk.view')
    return entry.userId === user.id && isShown(entry.deed)
  },
})
