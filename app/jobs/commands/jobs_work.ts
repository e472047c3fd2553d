import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class JobsWork extends BaseCommand {
  static override commandName = 'jobs:work'
  static override description = 'Run background jobs and schedules beside the server'
  static override options: CommandOptions = { startApp: true, staysAlive: true }

  override async run() {
    const { Worker } = await import('#app/jobs/worker')
    const worker = new Worker()
    worker.start()
    this.app.terminating(() => worker.stop())
    this.logger.info('Waiting for jobs. End with Ctrl+C.')
  }
}
