import { on } from 'node:events'
import { ignitor } from '../../bin/ignitor.js'

const send = (answer: object) =>
  new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { run } = await import(process.argv[2])
  await send({ ready: true })
  for await (const [task] of on(process, 'message')) {
    if (task === 'end') break
    await send(await run(task))
  }
})
await app.terminate()
process.disconnect()
