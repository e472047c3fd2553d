import { test } from '@japa/runner'
import type { FormField } from '#core/forms'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { declareFileProbe, traces } from '#tests/files/probes'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { chance } from '#tests/kit/nonsense'
import { repetitions } from '#tests/kit/repetitions'
import { rome } from '#tests/scheduling/planner'
import { raw, visitor } from '#tests/web/visitor'

const FIELDS: FormField[] = [
  { key: 'cv', kind: 'file', label: { en: 'Letter' }, required: true },
  { key: 'note', kind: 'text', label: { en: 'Note' }, required: false },
]
const NAMES = [
  ...['answers', 'answers[cv]', 'answers[cv][]', 'answers[cv][0]', 'answers[cv][a][b]'],
  ...['answers[cv_held]', 'answers[cv_held][]', 'answers[cv_held][x]', 'answers[note]'],
  ...['document', 'document[]', 'document[9]', 'document[a]', 'document_held', 'document_held[]'],
  ...['first_name', 'email', '_csrf', '__proto__[x]', 'constructor[prototype][y]', '', '[]', '[[['],
  ...['a'.repeat(5000), 'ź\u202e', 'record', 'answers.cv', 'length', 'toString'],
]
const FILE_NAMES = [
  ...['a.pdf', 'a.txt', '../../a.txt', '', '.', '..', 'CON', 'a'.repeat(9000), 'ź\u202etxt.exe'],
  ...['a.docx', 'a.png', '"; filename="b.txt', '%00.txt', '&#0;.txt', "'; drop table files_files"],
]
const TYPES = ['text/plain', 'application/pdf', '', 'x', 'image/png; charset=\u00ff', 'a/b/c']
const BODIES = [
  ...[
    '',
    'text',
    '%PDF-1.7',
    'PK\u0003\u0004',
    '\u0089PNG\r\n\u001a\n',
    '\0\0\0',
    'x'.repeat(70_000),
  ],
  ...[
    '--x',
    '--x--',
    '\r\n--x\r\n',
    '\u00ff\u00d8\u00ff\u00e1\u00ff\u00ff',
    'RIFF\u0004\0\0\0WEBPVP8X',
  ],
]
const ENDS = ['--x--\r\n', '--x', '', '\r\n--x--', '--y--\r\n']

/** A multipart body of random parts, most of them files, some of them broken. */
function bodyFor(random: (below: number) => number): Buffer {
  const one = (list: readonly string[]) => list[random(list.length)]
  const part = () => {
    const file = random(4) > 0 ? `; filename="${one(FILE_NAMES)}"` : ''
    const type = random(3) > 0 ? `\r\nContent-Type: ${one(TYPES)}` : ''
    return `--x\r\nContent-Disposition: form-data; name="${one(NAMES)}"${file}${type}\r\n\r\n${one(BODIES)}\r\n`
  }
  const parts = Array.from({ length: 1 + random(6) }, part)
  return Buffer.from(parts.join('') + (random(3) > 0 ? ENDS[0] : one(ENDS)), 'latin1')
}

test.group('Forms with files and nonsense in them', (group) => {
  group.setup(() => declareFileProbe())
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  test('nothing breaks, and nothing is kept that was not told', async ({ assert }) => {
    const posts = repetitions('nonsense in forms with files', { test: 150, proof: 1500 })
    const random = chance(20_261_128)
    const visit = new Visit(visitor(), await anOffer({ fields: FIELDS }))
    await visit.choose(rome('2027-01-19 09:00'))
    const before = await traces()
    const wrong: string[] = []
    const counts: Record<number, number> = {}
    for (let i = 0; i < posts; i++) {
      const body = bodyFor(random)
      const path = random(2) === 0 ? '/probe/files' : visit.draft()
      const headers = {
        origin: 'http://localhost:3333',
        'sec-fetch-site': 'same-origin',
        'content-type': 'multipart/form-data; boundary=x',
        'x-forwarded-for': `10.9.${i % 250}.${1 + (i % 200)}`,
      }
      const { status } = await raw({ method: 'POST', path, headers, body })
      counts[status] = (counts[status] ?? 0) + 1
      if (status >= 500) wrong.push(`${status}: ${path} ${body.toString('latin1').slice(0, 400)}`)
    }
    console.log(`    ${posts} posts: ${JSON.stringify(counts)}`)
    assert.deepEqual(wrong, [])
    const after = await traces()
    assert.deepEqual(after.temporary, before.temporary)
    assert.deepEqual(
      after.expected.filter((name) => !after.stored.includes(name)),
      []
    )
    assert.equal(after.used, after.sum)
    assert.notProperty({}, 'x')
  }).timeout(600_000)
})
