import { setImmediate } from 'node:timers/promises'
import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import {
  MOST_UNPACKED,
  refuseContainer,
  type ContainerRefusal,
  type PackedEntry,
} from '#app/files/domain/container_rules'

/** So little at a time that even the tightest piece fills a few megabytes only. */
const PIECE = 4096
const TURN = 64

/** Judges a packed document by its directory, and then by what really comes out of it. */
export async function checkContainer(bytes: Uint8Array): Promise<ContainerRefusal | null> {
  try {
    const entries = directoryOf(bytes)
    const refusal = refuseContainer(entries, bytes.length)
    if (refusal) return refusal
    const announced = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
    return (await comesOut(bytes, announced)) ? null : 'packed_too_tightly'
  } catch {
    return 'damaged'
  }
}

function directoryOf(bytes: Uint8Array): PackedEntry[] {
  const entries: PackedEntry[] = []
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries.push({ name, packed: size, unpacked: originalSize })
      return false
    },
  })
  return entries
}

/** Whether no more comes out than the directory announced; stops at the first byte beyond. */
async function comesOut(bytes: Uint8Array, announced: number): Promise<boolean> {
  let out = 0
  let failed: Error | null = null
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      failed ??= error
      out += chunk?.length ?? 0
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += PIECE) {
    unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
    if (failed) throw failed
    if (out > Math.min(announced, MOST_UNPACKED)) return false
    if (at % (PIECE * TURN) === 0) await setImmediate()
  }
  return true
}
