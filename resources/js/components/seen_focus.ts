const CONTROLS = 'a, button, input, select, textarea, summary'

/**
 * Browsers leave a control where it is while any piece of it can be seen. In a strip that scrolls
 * sideways, or beside a head that stays, that may be a few pixels: it is brought in sight whole
 * (WCAG 2.4.11), clear of the head by the `scroll-padding` of its scroller.
 */
export default (): void =>
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches(CONTROLS)) return
    if (target.matches(':focus-visible'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
