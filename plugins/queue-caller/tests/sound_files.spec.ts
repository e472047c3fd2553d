import vite from '@adonisjs/vite/services/main'
import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import { soundFiles } from '#plugins/queue-caller/presenters/sound_files'
import { raw } from '#tests/web/visitor'

const { chime, languages } = soundFiles(LOCALES, (path) => vite.assetPath(path))

const FILES = [
  { path: chime, type: 'audio/mpeg' },
  ...Object.values(languages).flatMap(({ sound, index }) => [
    { path: sound, type: 'audio/mpeg' },
    { path: index, type: 'application/json; charset=utf-8' },
  ]),
]

test.group('Sound files of the screen', () => {
  test('Q6 each is sent once and kept: chime, recordings and their index', async ({ assert }) => {
    assert.lengthOf(FILES, 1 + 2 * LOCALES.length)
    for (const { path, type } of FILES) {
      const { status, headers } = await raw({ path })
      assert.equal(status, 200, path)
      assert.equal(headers['content-type'], type, path)
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', path)
      assert.isBelow(Number(headers['content-length']), 450_000, path)
    }
  })

  test('a screen is told of the languages it speaks only', ({ assert }) => {
    assert.deepEqual(
      soundFiles(['pt'], (path) => `/${path}`),
      {
        chime: '/plugins/queue-caller/assets/sound/chime.mp3',
        languages: {
          pt: {
            sound: '/plugins/queue-caller/assets/sound/pt.mp3',
            index: '/plugins/queue-caller/assets/sound/pt.json',
          },
        },
      }
    )
  })
})
