import type { HttpContext } from '@adonisjs/core/http'
import { LONGEST_WORDS, type Unreadable } from '#plugins/helpdesk/domain/words'

/** What a form says whose words are missing. */
type Missed = 'missing' | 'description' | 'nothing'

/** Why words were not taken, in a sentence for their field. */
export const wordsError = (
  { i18n }: HttpContext,
  reason: Unreadable,
  missed: Missed = 'missing'
): string =>
  i18n.t(`helpdesk.portal.form.errors.${reason === 'missing' ? missed : reason}`, {
    most: LONGEST_WORDS,
  })
