import Alpine from 'alpinejs'
import ajax from '@imacrayon/alpine-ajax'
import type { AlpineApi } from './alpine.js'

/** Every file registers its `Alpine.data()`; pages work without any of them, only slower. */
const behaviours = import.meta.glob<{ default: (alpine: AlpineApi) => void }>(
  ['./components/*.ts', './live.ts', './captcha.ts'],
  { eager: true }
)

document.documentElement.dataset.script = 'yes'

Alpine.plugin(ajax)
for (const { default: register } of Object.values(behaviours)) register(Alpine)
// Not before the scripts of plugins have registered theirs: modules run before this event.
document.addEventListener('DOMContentLoaded', () => Alpine.start())
