import { test } from '@japa/runner'
import { readPicture } from '#app/files/domain/picture'
import { aJpeg, aPng, aWebp, jpegSegment, pngChunk, riffChunk } from '#tests/files/pictures'

const PAGE = Buffer.from('<script>alert("canary")</script>')
const SIDES = { shortest: 16, longest: 4000 }
const kept = (bytes: Buffer) => {
  const read = readPicture(bytes, SIDES)
  return read.ok ? read.picture : null
}
const reason = (bytes: Buffer) => {
  const read = readPicture(bytes, SIDES)
  return read.ok ? null : read.reason
}

test.group('Pictures by what is in them', () => {
  test('format and size of the three kinds', ({ assert }) => {
    for (const [format, bytes] of Object.entries({ png: aPng(), jpeg: aJpeg(), webp: aWebp() })) {
      assert.containsSubset(kept(bytes), { format, width: 64, height: 32 })
      assert.deepEqual(kept(bytes)!.bytes, bytes)
    }
  })

  test('the other forms of WebP tell their size too', ({ assert }) => {
    const webp = (type: string, data: Buffer) =>
      riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), riffChunk(type, data)]))
    const lossless = Buffer.alloc(6)
    lossless[0] = 0x2f
    lossless.writeUInt32LE(63 | (31 << 14), 1)
    assert.containsSubset(kept(webp('VP8L', lossless)), { width: 64, height: 32 })
    const lossy = Buffer.alloc(10)
    lossy.writeUInt16LE(64, 6)
    lossy.writeUInt16LE(32, 8)
    assert.containsSubset(kept(webp('VP8 ', lossy)), { width: 64, height: 32 })
  })

  test('what hides in notes or after the end is left out', ({ assert }) => {
    const exif = 0x08
    const hiding = [
      aPng(64, 32, pngChunk('tEXt', PAGE), pngChunk('eXIf', PAGE)),
      aJpeg(64, 32, jpegSegment(0xfe, PAGE), jpegSegment(0xe1, PAGE)),
      aWebp(64, 32, exif, riffChunk('EXIF', PAGE)),
    ]
    const plain = [aPng(), aJpeg(), aWebp()]
    hiding.forEach((bytes, at) => {
      assert.deepEqual(kept(bytes)!.bytes, plain[at])
      assert.deepEqual(kept(Buffer.concat([plain[at], PAGE]))!.bytes, plain[at])
    })
  })

  test('of the notes of a camera only stays which way up it was held', ({ assert }) => {
    const notes = (orientation: number, order: 'II' | 'MM') => {
      const tiff = Buffer.alloc(26)
      const write = (value: number, at: number, bytes: number) =>
        order === 'II' ? tiff.writeUIntLE(value, at, bytes) : tiff.writeUIntBE(value, at, bytes)
      tiff.write(order, 'latin1')
      write(42, 2, 2)
      write(8, 4, 4)
      write(1, 8, 2)
      write(0x0112, 10, 2)
      write(3, 12, 2)
      write(1, 14, 4)
      write(orientation, 18, 2)
      return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, PAGE]))
    }
    const turned = kept(aJpeg(64, 32, notes(6, 'II')))!.bytes
    assert.deepEqual(kept(aJpeg(64, 32, notes(6, 'MM')))!.bytes, turned)
    assert.notInclude(turned.toString('latin1'), 'canary')
    assert.deepEqual(kept(turned)!.bytes, turned)
    assert.equal(turned.length, aJpeg().length + 36)
    for (const plain of [notes(1, 'II'), notes(9, 'MM'), notes(6, 'II').subarray(0, 24)]) {
      const length = Buffer.from(plain)
      length.writeUInt16BE(plain.length - 2, 2)
      assert.deepEqual(kept(aJpeg(64, 32, length))!.bytes, aJpeg())
    }
  })

  test('anything else is no picture, whatever it is called')
    .with([
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      Buffer.from('GIF89a/*'),
      Buffer.from('%PDF-1.7'),
      PAGE,
      Buffer.alloc(0),
      Buffer.alloc(1000),
    ])
    .run(({ assert }, bytes) => assert.equal(reason(bytes), 'not_a_picture'))

  test('a picture cut off anywhere is damaged', ({ assert }) => {
    for (const whole of [aPng(), aJpeg(), aWebp()]) {
      for (let length = 20; length < whole.length; length++) {
        assert.equal(reason(whole.subarray(0, length)), 'damaged', `${length}`)
      }
    }
    assert.equal(reason(aWebp(64, 32, 0x02)), 'damaged')
  })

  test('a side has 16 to 4,000 pixels', ({ assert }) => {
    for (const make of [aPng, aJpeg, aWebp]) {
      assert.isNull(reason(make(16, 4000)))
      assert.equal(reason(make(15, 100)), 'too_small')
      assert.equal(reason(make(100, 4001)), 'too_big')
    }
    assert.equal(reason(aPng(60_000, 60_000)), 'too_big')
    const small = { ...SIDES, area: 1_000_000 }
    assert.containsSubset(readPicture(aPng(1001, 1000), small), { reason: 'too_big' })
    assert.isTrue(readPicture(aPng(1000, 1000), small).ok)
    assert.equal(reason(aPng(0, 0)), 'too_small')
  })
})
