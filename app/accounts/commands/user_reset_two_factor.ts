import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const SENTENCES = {
  unknown: 'has no account',
  no_two_factor: 'has no second factor',
}

export default class UserResetTwoFactor extends BaseCommand {
  static override commandName = 'user:reset-two-factor'
  static override description = 'Take the second factor off an account and end its sessions'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail address of the account' })
  declare email: string

  override async run() {
    const { resetTwoFactorByEmail } = await import('#app/accounts/actions/end_two_factor')
    const done = await resetTwoFactorByEmail(this.email)
    if (!done.ok) {
      this.logger.error(`${this.email} ${SENTENCES[done.reason]}`)
      this.exitCode = 1
      return
    }
    this.logger.success(`${this.email} signs in with the password alone; every session has ended`)
  }
}
