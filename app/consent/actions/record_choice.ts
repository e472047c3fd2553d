import { audit } from '#core/audit'
import { clock, randomId, rows, transaction, type Actor, type Trx } from '#core/platform'
import { lettersOf, type Choice, type Purpose, type Question } from '#app/consent/domain/choice'
import { AccountChoice } from '#app/consent/models/account_choice'

export type NewChoice = {
  question: Question
  agreed: readonly Purpose[]
  /** In which the text was read. */
  locale: string
  actor: Actor
}

/**
 * Logs a choice, one row each: of who is signed in under the account, of everybody else without
 * anything that leads to a person. The proof is what only the visitor's own cookie knows.
 */
export async function recordChoice({ question, agreed, locale, actor }: NewChoice) {
  const choice: Choice = {
    ...{ version: question.version, asked: question.purposes, agreed },
    ...{ at: clock.now(), proof: randomId() },
  }
  await transaction(async (trx) => {
    if (actor.id === null) await log(trx, choice, locale)
    else await logOfAccount(trx, choice, { locale, actor, userId: actor.id })
  })
  return choice
}

const COLUMNS = 'proof, version, locale, asked, agreed, at'

async function log(trx: Trx, choice: Choice, locale: string): Promise<void> {
  const { proof, version, asked, agreed, at } = choice
  const values = [proof, version, locale, lettersOf(asked), lettersOf(agreed), at]
  await rows(trx, `insert into consent_choices (${COLUMNS}) values (?, ?, ?, ?, ?, ?)`, values)
}

type Whose = { locale: string; actor: Actor; userId: number }

async function logOfAccount(trx: Trx, choice: Choice, { locale, actor, userId }: Whose) {
  const { proof, version, asked, agreed, at } = choice
  const letters = { asked: lettersOf(asked), agreed: lettersOf(agreed) }
  const values = { userId, proof, version, locale, at, ...letters }
  const { id } = await AccountChoice.create(values, { client: trx })
  await audit(trx, {
    actor,
    action: agreed.length > 0 ? 'consent.given' : 'consent.refused',
    object: 'consent.account_choice',
    objectId: id,
  })
}
