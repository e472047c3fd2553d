// The load, in a process of its own on the other core. Asked for a `LoadTask`, it answers a
// `LoadResult`. Every connection stands for a visitor with a forwarded address of its own.
import { Agent, request } from 'node:http'
import type { LoadResult, LoadTask } from './load_task.js'

type Sent = { status: number; milliseconds: number }

function send(task: LoadTask, agent: Agent, nth: number, address: string): Promise<Sent> {
  const entry = task.requests[nth % task.requests.length]
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port: task.port,
        path: entry.path,
        method: entry.body === undefined ? 'GET' : 'POST',
        headers: {
          'x-forwarded-for': entry.address ?? address,
          accept: 'text/html',
          'accept-language': 'de',
          ...entry.headers,
        },
      },
      (response) => {
        response.resume()
        response.on('end', () =>
          resolve({ status: response.statusCode!, milliseconds: performance.now() - began })
        )
      }
    )
    outgoing.on('error', reject)
    outgoing.end(entry.body)
  })
}

async function run(task: LoadTask): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: task.connections })
  const latencies: number[] = []
  const statuses: Record<number, number> = {}
  let next = 0
  const began = performance.now()
  const visitor = async (index: number) => {
    const address = `10.9.${index >> 8}.${index & 255}`
    while (next < task.count) {
      const { status, milliseconds } = await send(task, agent, next++, address)
      statuses[status] = (statuses[status] ?? 0) + 1
      latencies.push(milliseconds)
    }
  }
  await Promise.all(Array.from({ length: task.connections }, (_, index) => visitor(index)))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { seconds, latencies, statuses }
}

process.on('message', async (task: LoadTask) => process.send!(await run(task)))
process.send!({ ready: true })
