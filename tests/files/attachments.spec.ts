import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { hash, randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { createCustomer } from '#core/customers'
import { defineFileUse, filesOf, receiveFile, setFiles, type StoredFile } from '#core/files'
import { clock, dataFolder, dataPath, forgetCaches, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { sweepFiles } from '#app/files/actions/sweep_files'
import { quotaHasRoom } from '#app/files/health'
import { quotaMegabytes } from '#app/files/settings'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { aPdf } from '#tests/files/corpus'
import { aPng } from '#tests/files/pictures'
import { FOREIGN, probeUse } from '#tests/files/probe_use'
import { declareFileProbe, traces } from '#tests/files/probes'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const actor = SYSTEM
const HOUR = 3_600_000

/** A file as it waits after the form. */
async function waiting(name = 'brief.pdf', bytes: Uint8Array = aPdf(), use = probeUse) {
  const path = join(dataFolder('test'), randomUUID())
  writeFileSync(path, bytes)
  const incoming = { path, name, declaredType: '' }
  const answer = await receiveFile(use, incoming)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.file
}

const aRecord = () =>
  transaction((trx) =>
    createCustomer(trx, { firstName: 'Ada', lastName: 'Brandt', locale: 'en', actor })
  ).then(({ id }) => id)

/** Gives a record these files besides those that it has. */
const keep = (recordId: number, ...ids: string[]) =>
  transaction(async (trx) => {
    const present = (await filesOf(probeUse, recordId, trx)).map(({ publicId }) => publicId)
    return setFiles(trx, { use: probeUse, recordId, ids: [...present, ...ids], actor })
  })

async function kept(recordId: number, name = 'brief.pdf', bytes: Uint8Array = aPdf()) {
  const answer = await keep(recordId, (await waiting(name, bytes)).id)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.files.at(-1)!
}

const pathOf = ({ storedAs }: StoredFile) => dataPath('files', storedAs.slice(0, 2), storedAs)

test.group('Attachments', (group) => {
  group.setup(() => declareFileProbe())
  group.each.setup(() => freshDatabase())

  test('who may read the record gets its file, as a download that opens nowhere', async ({
    assert,
  }) => {
    const file = await kept(await aRecord(), 'Zażółć "1" — 日本.pdf', aPdf('<script>'))
    const client = await signedIn(await someStaff({ role: 'manager' }))
    const answer = await client.get(`/files/${file.publicId}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.text, aPdf('<script>').toString())
    const header = (name: string) => answer.headers.get(name)
    assert.equal(
      header('content-disposition'),
      'attachment; filename="Zazoc _1_  .pdf"; filename*=UTF-8\'\'Za%C5%BC%C3%B3%C5%82%C4%87%20_1_%20%E2%80%94%20%E6%97%A5%E6%9C%AC.pdf'
    )
    assert.equal(header('content-type'), 'application/pdf')
    assert.equal(header('content-security-policy'), "sandbox; default-src 'none'")
    assert.equal(header('x-content-type-options'), 'nosniff')
    assert.equal(header('cache-control'), 'no-store')
    assert.equal(header('content-length'), String(aPdf('<script>').length))
    assert.equal((await client.get(`/files/${file.publicId}/picture`)).status, 404)
  })

  test('a picture may be shown in a page, in the same box', async ({ assert }) => {
    const file = await kept(await aRecord(), 'photo.png', aPng())
    const client = await signedIn(await someStaff({ role: 'owner' }))
    const answer = await client.get(`/files/${file.publicId}/picture`)
    assert.equal(answer.headers.get('content-disposition'), 'inline')
    assert.equal(answer.headers.get('content-type'), 'image/png')
    assert.equal(answer.headers.get('content-security-policy'), "sandbox; default-src 'none'")
  })

  test('for everybody else the address does not exist', async ({ assert }) => {
    const file = await kept(await aRecord())
    const foreign = await kept(FOREIGN)
    const open = await waiting()
    const owner = await signedIn(await someStaff({ role: 'owner' }))
    const people = [visitor(), await signedIn(await someCustomer())]
    for (const person of [...people, await signedIn(await someStaff({ role: null }))]) {
      assert.equal((await person.get(`/files/${file.publicId}`)).status, 404)
    }
    const unknown = ['x', '../../etc/passwd', '0'.repeat(22), open.id]
    for (const id of [...unknown, foreign.publicId, String(file.id)]) {
      assert.equal((await owner.get(`/files/${id}`)).status, 404, id)
      assert.equal((await owner.get(`/files/${id}/picture`)).status, 404, id)
    }
  })

  test('a file whose bytes are gone is not found, and no error', async ({ assert }) => {
    const file = await kept(await aRecord())
    rmSync(pathOf(file))
    const owner = await signedIn(await someStaff({ role: 'owner' }))
    assert.equal((await owner.get(`/files/${file.publicId}`)).status, 404)
  })

  test('bytes lie outside the web root, for this user alone, with their hash', async ({
    assert,
  }) => {
    const file = await kept(await aRecord())
    assert.equal(statSync(pathOf(file)).mode & 0o777, 0o600)
    assert.deepEqual(readFileSync(pathOf(file)), aPdf())
    assert.equal(file.sha256, hash('sha256', aPdf(), 'hex'))
  })

  test('file and record are written together or not at all', async ({ assert }) => {
    const recordId = await aRecord()
    const { id } = await waiting()
    const failing = transaction(async (trx) => {
      await setFiles(trx, { use: probeUse, recordId, ids: [id], actor })
      throw new Error('the record failed')
    })
    await assert.rejects(() => failing, 'the record failed')
    assert.isEmpty(await filesOf(probeUse, recordId))
    assert.isTrue((await keep(recordId, id)).ok)
    assert.lengthOf(await filesOf(probeUse, recordId), 1)
  })

  test('a waiting file is taken once, by its own use, within a day', async ({ assert }) => {
    const [recordId, another] = [await aRecord(), await aRecord()]
    const { id } = await waiting()
    const other = defineFileUse({ ...probeUse, id: 'probe.other' })
    const foreign = await transaction((trx) =>
      setFiles(trx, { use: other, recordId, ids: [id], actor })
    )
    assert.containsSubset(foreign, { ok: false, reason: 'expired' })
    assert.isTrue((await keep(recordId, id)).ok)
    assert.containsSubset(await keep(another, id), { ok: false, reason: 'expired' })
    assert.containsSubset(await keep(recordId, 'x'), { ok: false, reason: 'expired' })
    const late = await waiting()
    clock.freeze(clock.now() + 24 * HOUR + 1)
    assert.containsSubset(await keep(recordId, late.id), { ok: false, reason: 'expired' })
    assert.lengthOf(await filesOf(probeUse, recordId), 1)
  })

  test('a record has no more files than its use allows', async ({ assert }) => {
    const recordId = await aRecord()
    const ids = [await waiting(), await waiting(), await waiting()].map((file) => file.id)
    assert.isTrue((await keep(recordId, ...ids)).ok)
    const fourth = await keep(recordId, (await waiting()).id)
    assert.containsSubset(fourth, { ok: false, reason: 'too_many', limits: { most: 3 } })
  })

  test('a removed file takes row, bytes and its share of the quota with it', async ({ assert }) => {
    const recordId = await aRecord()
    const [first, second] = [await kept(recordId), await kept(recordId, 'b.png', aPng())]
    await transaction((trx) =>
      setFiles(trx, { use: probeUse, recordId, ids: [second.publicId], actor })
    )
    assert.deepEqual([existsSync(pathOf(first)), existsSync(pathOf(second))], [false, true])
    const { used, sum, names } = await traces()
    assert.deepEqual([used, sum, names], [aPng().length, aPng().length, ['b.png']])
    const lines = await AuditEntry.query().where('object', 'files.file').orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['files.attached', 'files.attached', 'files.removed']
    )
    assert.include(lines[2].fields, 'name')
    assert.notInclude(JSON.stringify(lines), 'brief.pdf')
  })

  test('a form that is sent again holds its files until the person lets them go', async ({
    assert,
  }) => {
    const post = async (fields: Record<string, string | File>) =>
      JSON.parse((await visitor().upload('/probe/files', fields)).text)
    const file = (name: string, text: string) => new File([text], name, { type: 'text/plain' })
    const first = await post({ document: file('a.txt', 'one') })
    const held = first.files[0].id as string
    const wrong = await post({ 'document_held[]': held, document: file('b.exe', 'two') })
    assert.deepEqual(wrong.files, first.files)
    assert.equal(wrong.refusal.reason, 'type_not_allowed')
    const recordId = String(await aRecord())
    const right = await post({
      record: recordId,
      'document_held[]': held,
      document: file('c.txt', 'three'),
    })
    assert.isTrue(right.set.ok)
    assert.sameMembers((await traces()).names, ['a.txt', 'c.txt'])
    const edited = await post({ record: recordId, 'document_held[]': held })
    assert.isTrue(edited.set.ok)
    assert.deepEqual((await traces()).names, ['a.txt'])
    const foreign = await post({ record: String(await aRecord()), 'document_held[]': held })
    assert.deepEqual(foreign.files, [])
    assert.deepEqual((await traces()).names, ['a.txt'])
    await post({ record: recordId })
    assert.deepEqual((await traces()).names, [])
  })

  test('the sweep takes what nobody will ask for again, and nothing else', async ({ assert }) => {
    const recordId = await aRecord()
    const file = await kept(recordId)
    await kept(999_999, 'ownerless.pdf')
    await waiting('forgotten.pdf')
    const old = randomUUID()
    const young = randomUUID()
    const half = randomUUID()
    for (const [folder, name] of [
      [old.slice(0, 2), old],
      [young.slice(0, 2), young],
      ['incoming', half],
    ]) {
      mkdirSync(dataPath('files', folder), { recursive: true })
      writeFileSync(dataPath('files', folder, name), 'bytes')
    }
    clock.freeze(clock.now() + 23 * HOUR)
    const soon = new Date(clock.now() + 2 * HOUR)
    utimesSync(dataPath('files', young.slice(0, 2), young), soon, soon)
    await sweepFiles()
    assert.sameMembers((await traces()).names, ['brief.pdf', 'forgotten.pdf'])
    clock.freeze(clock.now() + 2 * HOUR)
    await sweepFiles()
    const { names, stored, used } = await traces()
    assert.deepEqual([names, used], [['brief.pdf'], aPdf().length])
    assert.includeMembers(stored, [file.storedAs, young])
    assert.notIncludeMembers(stored, [old])
    assert.notIncludeMembers(stored, [half])
  })

  test('what is full takes nothing more, and says so', async ({ assert }) => {
    await transaction((trx) => saveSetting(trx, quotaMegabytes, 1, actor))
    forgetCaches()
    await waiting('a.txt', Buffer.alloc(1_000_000, 'a'))
    const before = await traces()
    await assert.rejects(() => waiting('b.txt', Buffer.alloc(60_000, 'b')), 'quota_full')
    assert.deepEqual(await traces(), before)
    const state = await quotaHasRoom.check()
    assert.deepEqual(state, { ok: false, detail: '95 % of 1 MB used' })
    await waiting('c.txt', Buffer.alloc(2 ** 20 - 1_000_000, 'c'))
    assert.equal((await traces()).used, 2 ** 20)
  })
})
