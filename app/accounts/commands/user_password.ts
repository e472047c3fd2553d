import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const SENTENCES = {
  unknown: 'has no account',
  disabled: 'is shut; open the account in the panel first',
}

export default class UserPassword extends BaseCommand {
  static override commandName = 'user:password'
  static override description = 'Give an account a new random password, print it, end its sessions'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail address of the account' })
  declare email: string

  override async run() {
    const { giveRandomPassword } = await import('#app/accounts/actions/give_random_password')
    const given = await giveRandomPassword(this.email)
    if (!given.ok) {
      this.logger.error(`${this.email} ${SENTENCES[given.reason]}`)
      this.exitCode = 1
      return
    }
    this.logger.success(`${given.user.email} has a new password; every session has ended`)
    this.logger.log(`Password: ${given.password}`)
  }
}
