import { RequestValidator } from '@adonisjs/core/http'
import { defineModule } from '#core/platform'
import { databaseAnswers, dataFolderIsWritable, schemaIsCurrent } from '#app/web/health'
import { Sweep, sweepHourly } from '#app/web/jobs/sweep'
import privacy from '#app/web/privacy'
import { routes } from '#app/web/routes'

export default defineModule({
  id: 'web',
  routes,
  health: [databaseAnswers, schemaIsCurrent, dataFolderIsWritable],
  jobs: [Sweep],
  schedules: [sweepHourly],
  privacy,
  boot() {
    RequestValidator.messagesProvider = (ctx) => ctx.i18n.createMessagesProvider()
  },
})
