import { ignitor } from './ignitor.js'
import { explainStartupError } from './startup_errors.js'

ignitor()
  .ace()
  .handle(process.argv.splice(2))
  .catch(async (error) => {
    await explainStartupError(error)
    process.exitCode = 1
  })
