import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import {
  BEGINNING,
  canonical,
  faultOf,
  linkHash,
  type Link,
  type StoredEntry,
} from '#app/audit/domain/chain'

const entry = (values: Partial<StoredEntry> = {}): StoredEntry => ({
  ...{ id: 7, at: 1_800_000_000_000, actor_kind: 'staff', actor_id: 3 },
  ...{ on_behalf_of_kind: null, on_behalf_of_id: null, action: 'booking.cancelled' },
  ...{ object: 'booking.appointment', object_id: '42' },
  ...{ fields: '["state"]', changes: '{"state":["booked","cancelled"]}' },
  ...values,
})

/** The worked example of docs/domain/audit-chain.md. */
const LINE =
  '["7","1800000000000","staff","3",null,null,"booking.cancelled","booking.appointment","42",' +
  String.raw`"[\"state\"]","{\"state\":[\"booked\",\"cancelled\"]}"]`

function chainOf(entries: StoredEntry[]): Link[] {
  let previous = BEGINNING
  return entries.map((one, index) => {
    const hash = linkHash(previous, one)
    const link = { position: index + 1, entryId: Number(one.id), previous, hash, entry: one }
    previous = hash
    return link
  })
}

const NOTHING = { position: 0, hash: BEGINNING }

test.group('The chain over the trail', () => {
  test('an entry reads the same from both databases', ({ assert }) => {
    assert.equal(canonical(entry()), LINE)
    const fromPostgres = entry({ id: '7', at: '1800000000000', actor_id: '3' })
    assert.equal(canonical(fromPostgres), LINE)
  })

  test('no two entries read the same', ({ assert }) => {
    const others = [
      entry({ on_behalf_of_kind: 'customer' }),
      entry({ on_behalf_of_kind: '' }),
      entry({ action: 'booking.cancelled","x', object: '' }),
      entry({ fields: '[]' }),
      entry({ actor_id: null }),
    ]
    assert.equal(new Set([entry(), ...others].map(canonical)).size, 6)
  })

  test('a hash is sha-256 over the hash before, a line end and the entry', ({ assert }) => {
    const text = `${BEGINNING}\n${LINE}`
    const expected = createHash('sha256').update(text).digest('hex')
    assert.equal(linkHash(BEGINNING, entry()), expected)
    assert.equal(expected, '5e58d44f6aa2eb9d8f1d064abaa7dc856a187efecd958b45b2f4f211bddb3759')
  })

  test('a sound chain has no fault; each way to break it has a name', ({ assert }) => {
    const [first, second, third] = chainOf([entry({ id: 1 }), entry({ id: 2 }), entry({ id: 3 })])
    const after = (link: Link) => ({ position: link.position, hash: link.hash })
    assert.isNull(faultOf(first, NOTHING, NOTHING))
    assert.isNull(faultOf(second, after(first), NOTHING))
    assert.equal(faultOf(third, after(first), NOTHING), 'lost_links')
    assert.equal(faultOf(second, { ...NOTHING, position: 1 }, NOTHING), 'not_following')
    const gone = { ...second, entry: null }
    assert.equal(faultOf(gone, after(first), NOTHING), 'missing')
    const other = { ...second, entry: entry({ id: 2, object_id: '43' }) }
    assert.equal(faultOf(other, after(first), NOTHING), 'changed')
  })

  test('the link that the removal of old entries names needs no entry, no other does', ({
    assert,
  }) => {
    const [first, second] = chainOf([entry({ id: 1 }), entry({ id: 2 })])
    const head = { position: 1, hash: first.hash }
    const gone = { ...second, entry: null }
    assert.isNull(faultOf(gone, head, { position: 2, hash: second.hash }))
    assert.equal(faultOf(gone, head, { position: 2, hash: first.hash }), 'missing')
    assert.equal(faultOf(gone, head, { position: 3, hash: second.hash }), 'missing')
  })
})
