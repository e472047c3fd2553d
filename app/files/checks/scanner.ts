import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import env from '#start/env'

const PATIENCE_MS = 30_000
const PIECE = 64 * 1024

export type Verdict = 'clean' | 'infected' | 'unavailable'

type Clamd = { host: string; port: number; patienceMs?: number }

let clamd: Clamd | null = env.CLAMAV_HOST ? { host: env.CLAMAV_HOST, port: env.CLAMAV_PORT } : null

/** Whether this deployment has uploads looked through by ClamAV. */
export const hasScanner = (): boolean => clamd !== null

/** Puts another scanner in place, or none; the function that comes back restores the former. */
export function useScanner(other: Clamd | null): () => void {
  const former = clamd
  clamd = other
  return () => {
    clamd = former
  }
}

/**
 * Sends a file to clamd (its INSTREAM command over TCP). Without a configured scanner every file
 * is clean; with one that does not answer none is.
 */
export async function scan(path: string): Promise<Verdict> {
  if (!clamd) return 'clean'
  try {
    const said = await conversation(clamd, 'zINSTREAM\0', async (socket) => {
      for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
        await send(socket, sized(piece as Buffer))
      }
      await send(socket, Buffer.alloc(4))
    })
    if (/\bFOUND$/.test(said)) return 'infected'
    return /: OK$/.test(said) ? 'clean' : 'unavailable'
  } catch {
    return 'unavailable'
  }
}

/** Whether clamd answers. */
export async function scannerAnswers(): Promise<boolean> {
  return clamd !== null && (await conversation(clamd, 'zPING\0').catch(() => '')) === 'PONG'
}

/** One command on a connection of its own, and what came back without the closing NUL. */
async function conversation(
  { host, port, patienceMs = PATIENCE_MS }: Clamd,
  command: string,
  say: (socket: Socket) => Promise<void> = async () => {}
): Promise<string> {
  const socket = connect({ host, port })
  const answer = heard(socket, patienceMs)
  // The refusal of a file may come before all of it was said.
  answer.catch(() => {})
  try {
    await send(socket, Buffer.from(command))
    await Promise.race([say(socket), answer])
    return await answer
  } finally {
    socket.destroy()
  }
}

function heard(socket: Socket, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')))
    socket.on('data', (piece) => {
      pieces.push(piece)
      const text = Buffer.concat(pieces).toString('utf8')
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')).trim())
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('clamd hung up')))
  })
}

function sized(piece: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return Buffer.concat([length, piece])
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}
