import type { IncomingMessage } from 'node:http'
import { E_UNSUPPORTED_BODY } from '#app/web/exceptions'

/** More than any message of a program that we take. */
const MOST_BYTES = 256 * 1024

/** What another program sent, unread: its signature is over these very characters. */
export async function jsonText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > MOST_BYTES) throw new E_UNSUPPORTED_BODY()
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
