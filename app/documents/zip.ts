import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { distinctNames } from '#app/documents/domain/distinct_names'

export type ZippedFile = { name: string; read: () => Promise<Buffer> }

/** Files as one ZIP; each is read when its turn comes, so that only one is in memory. */
export function zipStream(files: readonly ZippedFile[], at: number): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  const names = distinctNames(files.map(({ name }) => name))
  for (const [index, { read }] of files.entries()) {
    zip.addReadStreamLazy(names[index], { mtime: new Date(at) }, (begin) => {
      read().then(
        (bytes) => begin(null, Readable.from(bytes, { objectMode: false })),
        (error: unknown) => begin(error, Readable.from([]))
      )
    })
  }
  zip.on('error', (error) => out.destroy(error as Error))
  zip.outputStream.pipe(out)
  zip.end()
  return out
}
