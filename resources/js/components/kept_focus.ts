/**
 * Keeps the place of a keyboard user when alpine-ajax replaces the control that was used: the
 * new control with the same id takes the focus.
 */
export default (): void => {
  let used = ''

  window.addEventListener('ajax:before', ({ target }) => {
    used = target instanceof Element ? target.id : ''
  })

  window.addEventListener('ajax:after', () => {
    if (used && document.activeElement === document.body) document.getElementById(used)?.focus()
  })
}
