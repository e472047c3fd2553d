import { dayMark } from '../../../app/scheduling/domain/day_mark.js'
import type { AlpineApi, AlpineThis } from '../alpine.js'

type MovingMark = AlpineThis & { began: number; timer: number; move(): void }

const EVERY = 15_000

/**
 * Moves the mark of the present time on while a day stays open. The server says what time it was
 * when it made the page, so the clock of this machine may be wrong.
 */
function movingMark() {
  return {
    began: 0,
    timer: 0,

    init(this: MovingMark) {
      this.began = Date.now()
      this.timer = window.setInterval(() => this.move(), EVERY)
    },

    destroy(this: MovingMark) {
      window.clearInterval(this.timer)
    },

    move(this: MovingMark) {
      const { now, until, zone } = this.$root.dataset
      const moment = Number(now) + Date.now() - this.began
      const rows = [...this.$root.querySelectorAll<HTMLTableRowElement>('tr[data-from]')]
      const edges = [...rows.map((row) => Number(row.dataset.from)), Number(until)]
      const place = dayMark(edges, moment)
      const { mark } = this.$refs
      mark.hidden = place === null
      if (!place) return
      mark.dataset.tenth = String(place.tenth)
      mark.querySelector('time')!.textContent = clockOf(moment, zone)
      const head = rows[place.row].cells[0]
      if (mark.parentElement !== head) head.append(mark)
    },
  }
}

const clockOf = (moment: number, timeZone: string | undefined) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone,
  }).format(moment)

export default (alpine: AlpineApi): void => alpine.data('movingMark', movingMark)
