import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { ROLES } from '#app/accounts/domain/roles'

const SENTENCES = {
  email_taken: 'has an account already; it was not changed',
  too_short: 'needs a password of at least 12 characters',
  too_long: 'needs a password of at most 128 characters',
  common: 'cannot have one of the most common passwords',
  known_word: 'cannot have a password built on their or the organisation’s name',
}

export default class UserCreate extends BaseCommand {
  static override commandName = 'user:create'
  static override description = 'Create a staff user and print a random password'
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'E-mail address, which is the user name' })
  declare email?: string

  @flags.string({ description: `${ROLES.join(', ')} or the key of another role`, default: 'owner' })
  declare role: string

  @flags.string({ description: 'First name' })
  declare firstName?: string

  @flags.string({ description: 'Last name' })
  declare lastName?: string

  @flags.string({ description: 'Language, e.g. es; by default that of the organisation' })
  declare locale?: string

  override async run() {
    const { enabledPluginIds, migrate } = await import('#core/platform')
    await migrate(enabledPluginIds)
    const { createStaffUser } = await import('#app/accounts/actions/create_staff_user')
    const { allRoles } = await import('#app/accounts/queries/roles')
    const roles = await allRoles()
    if (!roles.has(this.role)) {
      return this.#fail(`--role=${this.role} is not one of ${[...roles.keys()].join(', ')}`)
    }
    const email: string = this.email ?? String(await this.prompt.ask('E-mail address'))
    if (!/^\S+@\S+$/.test(email)) return this.#fail(`--email=${email} is not an e-mail address`)
    const { firstName = '', lastName = '', locale, role } = this
    const created = await createStaffUser({
      email,
      firstName,
      lastName,
      locale,
      role,
    })
    if (!created.ok) return this.#fail(`${email} ${SENTENCES[created.reason]}`)
    this.logger.success(`${email} may sign in as ${role}`)
    this.logger.log(`Password: ${created.password}`)
  }

  #fail(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}
