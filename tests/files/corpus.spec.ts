import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { StoredFile } from '#core/files'
import { dataPath } from '#core/platform'
import * as corpus from '#tests/files/corpus'
import { aJpeg, aPng } from '#tests/files/pictures'
import { declareFileProbe, traces } from '#tests/files/probes'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const SCRIPT = Buffer.from('<html><script>alert("canary")</script></html>')
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const ZIP = 'application/zip'

/** Name, bytes, declared type → the reason of the refusal. */
const REFUSED: [string, Buffer, string, string][] = [
  ['a.gif', Buffer.from('GIF89a/*\n=1;alert(1)'), 'image/gif', 'type_not_allowed'],
  ['a.js', Buffer.from('GIF89a/*\n=1;alert(1)'), 'image/gif', 'type_not_allowed'],
  ['a.png', Buffer.from('GIF89a/*\n=1;alert(1)'), 'image/png', 'not_what_it_says'],
  ['a.svg', SVG, 'image/svg+xml', 'type_not_allowed'],
  ['a.png', SVG, 'image/png', 'not_what_it_says'],
  ['a.png', SVG, 'image/svg+xml', 'not_what_it_says'],
  ['a.txt', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), SVG]), '', 'not_what_it_says'],
  ['a.html', SCRIPT, 'text/html', 'type_not_allowed'],
  ['a.pdf', SCRIPT, 'application/pdf', 'not_what_it_says'],
  ['a.pdf', Buffer.concat([SCRIPT, corpus.aPdf()]), 'application/pdf', 'not_what_it_says'],
  ['a.txt', SCRIPT, 'text/html', 'not_what_it_says'],
  ['invoice.pdf.exe', corpus.aPdf(), 'application/pdf', 'type_not_allowed'],
  ['invoice.pdf.html', corpus.aPdf(), 'application/pdf', 'type_not_allowed'],
  ['invoice.pdf ', Buffer.from('MZ\u0090\0'), 'application/pdf', 'not_what_it_says'],
  ['gnp.\u202eexe', aPng(), 'image/png', 'type_not_allowed'],
  ['a', corpus.aPdf(), 'application/pdf', 'type_not_allowed'],
  ['.png', Buffer.from('MZ'), 'image/png', 'type_not_allowed'],
  ['../../etc/passwd', Buffer.from('root'), 'text/plain', 'type_not_allowed'],
  ['a.png', aJpeg(), 'image/png', 'not_what_it_says'],
  ['a.jpg', aPng(), 'image/jpeg', 'not_what_it_says'],
  ['a.png', aPng(), 'text/html', 'not_what_it_says'],
  ['a.pdf', corpus.aZip(), 'application/pdf', 'not_what_it_says'],
  ['a.docx', corpus.aZip(), '', 'not_what_it_says'],
  ['a.docx', corpus.anXlsx(), '', 'not_what_it_says'],
  ['a.docx', corpus.aDocx(), ZIP, 'not_what_it_says'],
  ['a.docx', corpus.aPdf(), '', 'not_what_it_says'],
  ['a.docx', corpus.aDocx().subarray(0, 60), '', 'damaged'],
  ['a.docx', corpus.tightBomb(), '', 'packed_too_tightly'],
  ['a.docx', corpus.lyingBomb(), '', 'packed_too_tightly'],
  ['a.docx', corpus.overlappingBomb(), '', 'packed_too_tightly'],
  ['a.docx', corpus.manyEntries(), '', 'packed_too_tightly'],
  ['a.docx', corpus.wayOut('../../evil.sh'), '', 'damaged'],
  ['a.docx', corpus.wayOut('/etc/passwd'), '', 'damaged'],
  ['a.docx', corpus.wayOut('word\\..\\..\\evil.bat'), '', 'damaged'],
  ['a.docx', corpus.wayOut('C:evil.bat'), '', 'damaged'],
  ['a.docx', corpus.aDocx({ 'word/vbaProject.bin': new Uint8Array(9) }), '', 'macros'],
  ['a.odt', corpus.anOdt({ 'Basic/Standard/Module1.xml': new Uint8Array(9) }), '', 'macros'],
  ['a.png', aPng(60_000, 60_000), 'image/png', 'too_many_pixels'],
  ['a.png', aPng(9000, 9000), 'image/png', 'too_many_pixels'],
  ['a.png', aPng().subarray(0, 40), 'image/png', 'damaged'],
  ['a.txt', Buffer.from('a\0b'), 'text/plain', 'not_what_it_says'],
  ['a.txt', Buffer.from([0xc3, 0x28]), 'text/plain', 'not_what_it_says'],
  ['a.txt', Buffer.alloc(0), 'text/plain', 'empty'],
  ['a.txt', Buffer.alloc(10 * 2 ** 20 + 1, 'a'), 'text/plain', 'too_large'],
]

const file = (name: string, bytes: Buffer, type = '') =>
  new File([new Uint8Array(bytes)], name, { type })
const send = async (...files: File[]) => {
  const fields = Object.fromEntries(files.map((one, at) => [`document[${at}]`, one]))
  const answer = await visitor().upload('/probe/files', fields)
  return { status: answer.status, ...JSON.parse(answer.text) }
}
const bytesOf = async (name: string) => {
  const { storedAs } = await StoredFile.findByOrFail('name', name)
  return readFileSync(dataPath('files', storedAs.slice(0, 2), storedAs))
}

test.group('The corpus of files', (group) => {
  group.setup(() => declareFileProbe())
  group.each.setup(() => freshDatabase())

  test('every good file of every kind is taken', async ({ assert }) => {
    for (const [name, [bytes, type]] of Object.entries(corpus.GOOD)) {
      const { refusal, files } = await send(file(name, bytes, type))
      assert.isNull(refusal, `${name} ${JSON.stringify(refusal)}`)
      assert.equal(files[0].name, name)
      assert.deepEqual(await bytesOf(name), bytes)
    }
    const { sum, used } = await traces()
    assert.equal(used, sum)
  })

  test('{0} refused and nothing of it stays')
    .with(REFUSED)
    .run(async ({ assert }, [name, bytes, type, reason]) => {
      const before = await traces()
      const answer = await send(file(name, bytes, type))
      assert.equal(answer.refusal?.reason, reason, `${name} as ${type}`)
      assert.isEmpty(answer.files)
      assert.deepEqual(await traces(), before)
    })

  test('what hides behind the picture of a polyglot is not kept', async ({ assert }) => {
    const trailing = Buffer.concat([aJpeg(), corpus.aZip()])
    assert.isNull((await send(file('photo.jpg', trailing, 'image/jpeg'))).refusal)
    assert.deepEqual(await bytesOf('photo.jpg'), aJpeg())
    const page = Buffer.concat([aPng(), SCRIPT])
    assert.isNull((await send(file('page.png', page, 'image/png'))).refusal)
    assert.deepEqual(await bytesOf('page.png'), aPng())
  })

  test('a PDF that is a page too, and a text full of tags, are kept for downloads only', async ({
    assert,
  }) => {
    const polyglot = corpus.aPdf(SCRIPT.toString())
    assert.isNull((await send(file('page.html.pdf', polyglot, 'application/pdf'))).refusal)
    assert.isNull((await send(file('tags.txt', SCRIPT, 'text/plain'))).refusal)
    assert.sameMembers((await traces()).names, ['page.html.pdf', 'tags.txt'])
  })

  test('names lead nowhere and hide nothing')
    .with([
      ['../../etc/a.png', 'a.png'],
      ['..\\..\\a.png', 'a.png'],
      ['/etc/a.png', 'a.png'],
      ['C:\\Windows\\a.png', 'a.png'],
      ['CON.png', '_CON.png'],
      ['nul.txt.png', '_nul.txt.png'],
      ['evil\u202egnp.png', 'evilgnp.png'],
      ['a\u200b\u0007b.png', 'ab.png'],
      ['<b>"x"|y?.png', '_b__x__y_.png'],
      ['...a.png', 'a.png'],
      [`${'ż'.repeat(300)}.png`, `${'ż'.repeat(146)}.png`],
    ])
    .run(async ({ assert }, [name, clean]) => {
      const { files } = await send(file(name, aPng(), 'image/png'))
      assert.equal(files[0].name, clean)
      assert.match((await StoredFile.firstOrFail()).storedAs, /^[0-9a-f-]{36}$/)
    })
})
