import type { IncomingMessage } from 'node:http'
import { Transform, type TransformCallback } from 'node:stream'
import { Exception } from '@adonisjs/core/exceptions'
import { guardParts } from '#app/web/guarded_parts'

const MOST_HEADER_BYTES = 16 * 1024
/** Fields and files of the largest form there is. */
const MOST_PARTS = 300
/** The files that the parser allows (config/bodyparser) and the fields around them. */
const MOST_BYTES = 22 * 2 ** 20
const END_OF_HEADERS = Buffer.from('\r\n\r\n')

/**
 * The multipart parser keeps the headers of a part as one growing string, without a limit, and
 * counts neither parts with a file name nor the bytes of those without. This stands in front of it
 * and ends a body whose part headers grow beyond 16 KB, or that has too much of anything.
 */
export class PartHeaderLimit extends Transform {
  readonly #boundary: Buffer
  #inHeaders = true
  #headerBytes = 0
  #parts = 0
  #bytes = 0
  #tail = Buffer.alloc(0)

  constructor(boundary: string) {
    super()
    this.#boundary = Buffer.from(`\r\n--${boundary}`)
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
    this.#bytes += chunk.length
    if (this.#bytes <= MOST_BYTES && this.#withinLimit(chunk)) done(null, chunk)
    else done(new Exception('Body too large', { status: 413, code: 'E_REQUEST_ENTITY_TOO_LARGE' }))
  }

  /** Walks through the chunk from mark to mark; a mark may lie across two chunks. */
  #withinLimit(chunk: Buffer): boolean {
    let rest = Buffer.concat([this.#tail, chunk])
    let counted = this.#tail.length
    for (;;) {
      const mark = this.#inHeaders ? END_OF_HEADERS : this.#boundary
      const at = rest.indexOf(mark)
      const end = at === -1 ? rest.length : at + mark.length
      if (this.#inHeaders) this.#headerBytes += Math.max(0, end - counted)
      if (this.#headerBytes > MOST_HEADER_BYTES) return false
      if (at === -1) {
        this.#tail = rest.subarray(Math.max(0, rest.length - mark.length + 1))
        return true
      }
      rest = rest.subarray(end)
      counted = Math.max(0, counted - end)
      this.#inHeaders = !this.#inHeaders
      if (this.#inHeaders && ++this.#parts > MOST_PARTS) return false
      this.#headerBytes = 0
    }
  }
}

/** Puts the limit between the request and whichever parser pipes it. */
export function limitPartHeaders(request: IncomingMessage): void {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(request.headers['content-type'] ?? '')
  if (!boundary) return
  const pipe = request.pipe.bind(request)
  request.pipe = ((target, options) => {
    const limit = new PartHeaderLimit(boundary[1] ?? boundary[2])
    guardParts(target)
    limit.on('error', (error) => target.emit('error', error))
    pipe(limit)
    return limit.pipe(target, options)
  }) as typeof request.pipe
}
