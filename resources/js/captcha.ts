import type { AlpineApi, AlpineThis } from './alpine.js'

/** Loads the widget, some 35 KB, only where a form asks for it. */
export default function register(alpine: AlpineApi) {
  alpine.data('captcha', () => ({
    async init(this: AlpineThis) {
      const { speakLanguageOf } = await import('./captcha_widget.js')
      await speakLanguageOf(this.$root)
    },
  }))
}
