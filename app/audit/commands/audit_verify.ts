import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Reason } from '#app/audit/domain/chain'

const FAULTS: Record<Reason, string> = {
  lost_links: 'links before it are gone',
  not_following: 'it does not follow the link before it',
  missing: 'its entry is gone',
  changed: 'its entry was changed after it had been chained',
}

export default class AuditVerify extends BaseCommand {
  static override commandName = 'audit:verify'
  static override description = 'Check that no line of the audit trail was changed or removed'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { verifyChain } = await import('#app/audit/actions/verify_chain')
    const { verified, position, hash, brokenPosition, brokenEntry, reason } = await verifyChain()
    if (reason) {
      this.logger.error(`Broken at link ${brokenPosition}, entry ${brokenEntry}: ${FAULTS[reason]}`)
      this.logger.log(`${verified} rows verified before it`)
      this.exitCode = 1
      return
    }
    this.logger.success(`${verified} rows verified`)
    this.logger.log(`Head: ${position} ${hash}`)
  }
}
