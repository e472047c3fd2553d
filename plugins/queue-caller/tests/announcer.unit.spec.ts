import { mock } from 'node:test'
import { setImmediate as soon } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Announcer, type Voice } from '#plugins/queue-caller/assets/announcer'

/** A voice whose sounds end when the test says so. */
class HeldVoice implements Voice {
  isUnlocked = true
  readonly heard: string[] = []
  readonly #playing: { end: () => void; fail: (error: Error) => void }[] = []

  async unlock() {
    this.isUnlocked = true
  }

  chime = () => this.#hold('chime')

  say = (locale: string, clips: readonly string[]) => this.#hold(`${locale}: ${clips.join(' ')}`)

  get playing(): number {
    return this.#playing.length
  }

  async ends() {
    this.#playing.shift()?.end()
    await soon()
  }

  async fails() {
    this.#playing.shift()?.fail(new Error('no such file'))
    await soon()
  }

  #hold(sound: string): Promise<void> {
    this.heard.push(sound)
    return new Promise((end, fail) => this.#playing.push({ end, fail }))
  }
}

const ticket = (number: number) => ({ code: `A00${number}`, spoken: 'Counter 3' })

test.group('Announcer', (group) => {
  group.each.setup(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] })
    mock.method(console, 'warn', () => {})
    return () => {
      mock.timers.reset()
      mock.restoreAll()
    }
  })

  test('Q6 a call is the chime, then each language of the screen', async ({ assert }) => {
    const voice = new HeldVoice()
    new Announcer(voice).announce(ticket(1), ['es', 'ca'])
    for (let sound = 0; sound < 3; sound++) {
      assert.equal(voice.playing, 1)
      await voice.ends()
    }
    assert.equal(voice.playing, 0)
    assert.deepEqual(voice.heard, ['chime', 'es: number A 1 counter 3', 'ca: number A 1 counter 3'])
  })

  test('Q6 never two at once: calls and the test tone wait in order', async ({ assert }) => {
    const voice = new HeldVoice()
    const announcer = new Announcer(voice)
    announcer.announce(ticket(1), ['es'])
    announcer.announce(ticket(1), ['es'])
    announcer.testTone()
    announcer.announce(ticket(2), ['es'])
    while (voice.playing > 0) {
      assert.equal(voice.playing, 1)
      await voice.ends()
    }
    const [one, two] = ['es: number A 1 counter 3', 'es: number A 2 counter 3']
    assert.deepEqual(voice.heard, ['chime', one, 'chime', one, 'chime', 'chime', two])
    announcer.announce(ticket(3), [])
    assert.equal(voice.playing, 1, 'a call after a pause is heard at once')
  })

  test('a sound that fails or never ends holds up nothing', async ({ assert }) => {
    const voice = new HeldVoice()
    const announcer = new Announcer(voice)
    announcer.announce(ticket(1), ['es', 'ca'])
    announcer.announce(ticket(2), [])
    await voice.fails()
    await voice.fails()
    assert.equal(voice.heard.at(-1), 'ca: number A 1 counter 3')
    mock.timers.tick(30_000)
    await soon()
    assert.deepEqual(voice.heard.slice(3), ['chime'])
  })

  test('a call that waited for more than a minute is no news', async ({ assert }) => {
    const voice = new HeldVoice()
    let now = 0
    const announcer = new Announcer(voice, () => now)
    announcer.announce(ticket(1), [])
    announcer.announce(ticket(2), ['es'])
    now = 1_000
    announcer.announce(ticket(3), ['es'])
    now = 61_000
    await voice.ends()
    await voice.ends()
    assert.deepEqual(voice.heard, ['chime', 'chime', 'es: number A 3 counter 3'])
  })

  test('sound is locked until a person allows it', async ({ assert }) => {
    const voice = new HeldVoice()
    voice.isUnlocked = false
    const announcer = new Announcer(voice)
    assert.isFalse(announcer.isUnlocked)
    await announcer.unlock()
    assert.isTrue(announcer.isUnlocked)
  })
})
