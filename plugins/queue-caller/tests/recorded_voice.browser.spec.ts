import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import vite from '@adonisjs/vite/services/main'
import ts from 'typescript'
import { LOCALES } from '#core/organisation'
import { soundFiles } from '#plugins/queue-caller/presenters/sound_files'
import { openVisitor } from '#tests/kit/browser'
import { startServer } from '#tests/kit/servers'
import type { Announcer } from '#plugins/queue-caller/assets/announcer'
import type * as announcing from '#plugins/queue-caller/assets/announcer'
import type * as speaking from '#plugins/queue-caller/assets/recorded_voice'

type Heard = { from: number; to: number; length: number }

declare global {
  var screenUnderTest: { announcer: Announcer; heard: Heard[] }
}

const FILES = soundFiles(LOCALES, (path) => vite.assetPath(path))

/** A page of the server, into which the sources of the player can be imported. */
async function openScreen() {
  const server = await startServer()
  const visitor = await openVisitor({ url: server.url })
  await visitor.page.route('**/player/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/player/', '../')
    const source = readFileSync(new URL(path.replace(/js$/, 'ts'), import.meta.url), 'utf8')
    const options = { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext }
    const body = ts.transpile(source, options)
    return route.fulfill({ body, contentType: 'text/javascript' })
  })
  await visitor.open('/')
  const close = async () => {
    await visitor.close()
    await server.stop()
  }
  return { visitor, page: visitor.page, close }
}

/** Makes the announcer of a screen that the next click unlocks, and notes what is played when. */
async function setUpAnnouncer(files: typeof FILES) {
  const module = (name: string) => `/player/assets/${name}.js`
  const { Announcer } = (await import(module('announcer'))) as typeof announcing
  const { RecordedVoice } = (await import(module('recorded_voice'))) as typeof speaking
  const announcer = new Announcer(new RecordedVoice(files))
  const heard: Heard[] = []
  const { start } = AudioBufferSourceNode.prototype
  AudioBufferSourceNode.prototype.start = function (at = 0, offset = 0, length = 0) {
    heard.push({ from: at, to: at + length, length })
    start.call(this, at, offset, length)
  }
  document.addEventListener('click', () => void announcer.unlock(), { once: true })
  globalThis.screenUnderTest = { announcer, heard }
}

/** Loudness of each clip and of the silence between clips, as this browser decodes them. */
async function loudness({ sound, index }: { sound: string; index: string }) {
  const bytes = await (await fetch(sound)).arrayBuffer()
  const decoded = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes)
  const samples = decoded.getChannelData(0)
  const level = (from: number, to: number) => {
    const part = samples.subarray(from * 16, to * 16)
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length)
  }
  const clips = Object.entries((await (await fetch(index)).json()) as Record<string, number[]>)
  return clips.map(([name, [start, length]]) => ({
    name,
    isInside: start + length <= decoded.duration * 1000,
    whole: level(start, start + length),
    edge: Math.min(level(start, start + 3), level(start + length - 3, start + length)),
  }))
}

test.group('Recorded voice in a browser', () => {
  test('Q6 two calls are heard after one click, one after the other', async ({
    assert,
    cleanup,
  }) => {
    const { visitor, page, close } = await openScreen()
    cleanup(close)
    await page.evaluate(setUpAnnouncer, FILES)
    const isUnlocked = () => screenUnderTest.announcer.isUnlocked
    assert.isFalse(await page.evaluate(isUnlocked))
    // Nobody hears this one, and nothing waits for it.
    await page.evaluate(() =>
      screenUnderTest.announcer.announce({ code: 'B001', spoken: '9' }, ['es'])
    )
    await page.mouse.click(1, 1)
    await page.waitForFunction(isUnlocked)
    await page.evaluate(() => {
      const { announcer } = screenUnderTest
      announcer.announce({ code: 'A042', spoken: 'Counter 3' }, ['en', 'ca'])
      announcer.announce({ code: 'AA342', spoken: null }, ['pt'])
    })
    const sounds = 1 + 5 + 5 + 1 + 5
    const areHeard = (count: number) => screenUnderTest.heard.length === count
    await page.waitForFunction(areHeard, sounds, { timeout: 40_000 })
    const heard = await page.evaluate(() => screenUnderTest.heard)
    heard.slice(1).forEach(({ from }, at) => assert.isAbove(from, heard[at].to - 0.001))
    assert.isTrue(heard.every(({ length }) => length > 0.2))
    assert.deepEqual(visitor.problems(), [])
  })

  test('every clip of every language has sound inside and silence around it', async ({
    assert,
    cleanup,
  }) => {
    const { page, close } = await openScreen()
    cleanup(close)
    for (const locale of LOCALES) {
      const clips = await page.evaluate(loudness, FILES.languages[locale])
      const faulty = clips.filter(
        ({ isInside, whole, edge }) => !isInside || whole < 0.05 || edge > whole / 5
      )
      assert.deepEqual(faulty, [], locale)
      assert.isAbove(clips.length, 140)
    }
  })
})
