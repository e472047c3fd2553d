import { RequestValidator } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import server from '@adonisjs/core/services/server'
import edge from 'edge.js'
import { defineModule } from '#core/platform'
import { languageCookie } from '#app/web/locale_cookie'
import { databaseAnswers, dataFolderIsWritable, schemaIsCurrent } from '#app/web/health'
import { keepCompiledPartials } from '#app/web/kept_partials'
import { joinTemplateLines } from '#app/web/lean_templates'
import { compileLoopsPlain } from '#app/web/plain_loops'
import { escapeQuickly } from '#app/web/quick_escape'
import { Sweep, sweepHourly } from '#app/web/jobs/sweep'
import privacy from '#app/web/privacy'
import { routes } from '#app/web/routes'

export default defineModule({
  id: 'web',
  routes,
  health: [databaseAnswers, schemaIsCurrent, dataFolderIsWritable],
  jobs: [Sweep],
  schedules: [sweepHourly],
  cookies: [languageCookie],
  privacy,
  boot() {
    joinTemplateLines()
    compileLoopsPlain(edge)
    escapeQuickly()
    if (!app.inDev) keepCompiledPartials()
    RequestValidator.messagesProvider = (ctx) => ctx.i18n.createMessagesProvider()
  },
  /** Browsers keep their connections; an ending process lets them go after the last answer. */
  terminating() {
    const nodeServer = server.getNodeServer()
    if (nodeServer) nodeServer.keepAliveTimeout = 1
  },
})
