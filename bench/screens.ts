// Waiting-room screens, in a process of their own on the other core. Asked `{ open }`, it opens
// sockets and subscribes; asked `{ listen: n }`, it says `{ listening }` and then, once n frames
// have come, when each of them came.
import WebSocket from 'ws'
import { moment } from './figures.js'

/** One socket: where, with which headers, following what (nothing at the floor). */
export type Screen = { url: string; headers: Record<string, string>; channel?: string }
type Task = { open: Screen[] } | { listen: number }
export type Heard = { at: number[] }

const AT_ONCE = 50
let heard: number[] = []
let wanted = 0

function open({ url, headers, channel }: Screen): Promise<void> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      if (channel) socket.send(JSON.stringify({ subscribe: channel, seq: 0 }))
      else resolve()
    })
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.startsWith('{"beat"')) return
      if (text.includes('"error"')) reject(new Error(text))
      resolve()
      hear()
    })
  })
}

function hear(): void {
  if (wanted === 0) return
  heard.push(moment())
  if (heard.length < wanted) return
  process.send!({ at: heard } satisfies Heard)
  wanted = 0
}

async function openAll(screens: Screen[]): Promise<void> {
  const left = [...screens]
  const lane = async () => {
    for (let screen = left.pop(); screen; screen = left.pop()) await open(screen)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  process.send!({ opened: screens.length })
}

process.on('message', (task: Task) => {
  if ('open' in task) return void openAll(task.open)
  heard = []
  wanted = task.listen
  process.send!({ listening: true })
})
process.send!({ ready: true })
