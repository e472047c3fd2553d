import type { AlpineApi, AlpineThis } from '../../../resources/js/alpine.js'
import { followLive, watchLive } from '../../../resources/js/live.js'
import type { CallsNow } from '../domain/shown_calls.js'
import { mayPlay } from './may_play.js'
import { ScreenBoard, type LiveScreen } from './screen_board.js'

interface ScreenThis extends AlpineThis {
  isMuted: boolean
  isNew: boolean
  tick(): void
  enableSound(): Promise<void>
}

const TICK_MS = 1_000
/** Then the large button is in the way of the calls; the one in the corner stays. */
const ASKED_FOR_SOUND_MS = 120_000
/** So often a screen that is told nothing any more asks for its page. */
const ASK_AGAIN_MS = 30_000

/** Only what can be had is loaded: an error page of the browser would never go away again. */
async function loadAgain(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => null)
  if (answer && answer.status < 500) location.reload()
}

/** A waiting-room screen: it follows the calls of its location and says them out loud. */
function queueScreen(): object {
  // Beside the component: what is inside it Alpine wraps, and private fields with it.
  let board: ScreenBoard
  return {
    isMuted: false,
    isNew: true,
    init(this: ScreenThis) {
      const { live, device } = this.$root.dataset
      const screen = JSON.parse(live!) as LiveScreen
      board = new ScreenBoard(screen)
      followLive(
        screen.channel,
        (calls) => void (board.learn(calls as CallsNow) || loadAgain()),
        () => {
          board.lose(0)
          setInterval(() => void loadAgain(), ASK_AGAIN_MS)
        }
      )
      watchLive((connected, silentForMs) => connected || board.lose(silentForMs))
      setInterval(() => this.tick(), TICK_MS)
      setTimeout(() => (this.isNew = false), ASKED_FOR_SOUND_MS)
      // Where it is refused the operator has to tell the machine not to sleep.
      if (device === 'yes') void navigator.wakeLock?.request('screen').catch(() => {})
      void mayPlay(screen.sounds?.chime).then((may) => (may ? this.enableSound() : this.tick()))
    },
    tick(this: ScreenThis) {
      const { announcer } = board
      this.isMuted = announcer !== null && !announcer.isUnlocked
      board.paint()
    },
    async enableSound(this: ScreenThis) {
      await board.announcer?.unlock()
      this.tick()
    },
    async testTone(this: ScreenThis) {
      await this.enableSound()
      board.announcer?.testTone()
    },
  }
}

export default (alpine: AlpineApi) => alpine.data('queueScreen', queueScreen)
