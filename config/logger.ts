import app from '@adonisjs/core/services/app'
import { defineConfig, targets } from '@adonisjs/core/logger'
import env from '#start/env'

export default defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'sportello',
      level: app.inTest && !process.env.LOG_LEVEL ? 'error' : env.LOG_LEVEL,
      redact: {
        paths: ['password', '*.password', 'email', '*.email', 'token', '*.token', 'req.headers'],
        censor: '[redacted]',
      },
      transport: {
        targets: targets()
          .pushIf(app.inDev, targets.pretty())
          .pushIf(!app.inDev, targets.file({ destination: 1 }))
          .toArray(),
      },
    },
  },
})
