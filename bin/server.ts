import { ignitor } from './ignitor.js'
import { explainStartupError } from './startup_errors.js'

process.env.NODE_ENV ??= 'production'

ignitor()
  .httpServer()
  .start()
  .catch(async (error) => {
    await explainStartupError(error)
    process.exit(1)
  })
