/**
 * alpine-ajax leaves links with a fragment to the browser. Without scripts the fragment leads
 * past the calendar to its times; in place the focus does that, so it goes before the click.
 */
export default (): void =>
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a') : null
      const isInPlace = link?.getAttributeNames().some((name) => name.startsWith('x-target'))
      if (link && isInPlace) link.hash = ''
    },
    { capture: true }
  )
