import { audit } from '#core/audit'
import { currentOrganisation } from '#core/organisation'
import { clock, isUniqueViolation, transaction, type Actor, type Trx } from '#core/platform'
import { intakeProblems, type IntakeProblem } from '#plugins/helpdesk/domain/intake'
import { draftTree, isSameTree } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { intakeDraft } from '#plugins/helpdesk/queries/intake_draft'
import { publishedIntake } from '#plugins/helpdesk/queries/published_intake'

type Published =
  | { ok: true; number: number }
  | { ok: false; reason: 'unchanged' | 'published_meanwhile' }
  | { ok: false; reason: 'not_whole'; problems: IntakeProblem[] }

/** Gives the menu that was edited to customers; tickets keep the version that they came by. */
export class PublishIntake {
  async handle({ by }: { by: Actor }): Promise<Published> {
    const { defaultLocale } = await currentOrganisation()
    try {
      return await transaction((trx) => this.#publish(trx, defaultLocale, by))
    } catch (error) {
      if (isUniqueViolation(error)) return { ok: false, reason: 'published_meanwhile' }
      throw error
    }
  }

  async #publish(trx: Trx, locale: string, by: Actor): Promise<Published> {
    const nodes = await intakeDraft(trx)
    const tree = draftTree(nodes)
    const problems = intakeProblems(tree, locale)
    if (problems.length > 0) return { ok: false, reason: 'not_whole', problems }
    const latest = await publishedIntake(trx)
    if (latest && isSameTree(latest.tree, tree)) return { ok: false, reason: 'unchanged' }
    const number = (latest?.number ?? 0) + 1
    const publishedById = by.kind === 'staff' ? by.id : null
    const version = await IntakeVersion.create(
      { number, tree, publishedById, createdAt: clock.now() },
      { client: trx }
    )
    const object = 'helpdesk.intake_version'
    const changes = { number: [latest?.number ?? null, number] } as const
    const action = 'helpdesk.intake_published'
    await audit(trx, { actor: by, action, object, objectId: version.id, changes: { ...changes } })
    return { ok: true, number }
  }
}
