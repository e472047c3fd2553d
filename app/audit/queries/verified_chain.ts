import type { Client } from '#core/platform'
import { BEGINNING, faultOf, type Break, type Head } from '#app/audit/domain/chain'
import { chainHead, lastRemoval, linksAfter } from '#app/audit/queries/chain'

/** How many entries stand in the chain as they were chained, up to its end or the first fault. */
export type Verified = { verified: number; head: Head; broken: Break | null }

const BATCH = 1000

/** Walks the whole chain from its first link. */
export async function verifiedChain(client: Client): Promise<Verified> {
  const removal = await lastRemoval(client)
  const end = await chainHead(client)
  let head = await anchorOf(client, removal)
  let verified = 0
  if (end.position < removal.position) return lostEnd(head, removal)
  for (;;) {
    const links = await linksAfter(client, head.position, BATCH)
    for (const link of links) {
      const { position, entryId, hash } = link
      const reason = faultOf(link, head, removal)
      if (reason) return { verified, head, broken: { position, entryId, reason } }
      if (link.entry) verified += 1
      head = { position, hash }
    }
    if (links.length < BATCH) return { verified, head, broken: null }
  }
}

/** Where verifying begins: what the removal of old entries wrote down, or the beginning. */
async function anchorOf(client: Client, removal: Head): Promise<Head> {
  const [first] = await linksAfter(client, 0, 1)
  if (!first || first.position === 1) return { position: 0, hash: BEGINNING }
  // The newest link stays when all entries go; it is the one that the removal names.
  if (first.position === removal.position && first.hash === removal.hash) {
    return { position: first.position - 1, hash: first.previous }
  }
  return removal
}

const lostEnd = (head: Head, { position }: Head): Verified => ({
  ...{ verified: 0, head },
  broken: { position, entryId: 0, reason: 'lost_links' },
})
