/** `data-dialog="id"` on a link or button opens that dialog in place of following the link. */
export default (): void => {
  document.addEventListener('click', (event) => {
    const opener = (event.target as Element).closest?.<HTMLElement>('[data-dialog]')
    const dialog = opener && document.getElementById(opener.dataset.dialog ?? '')
    if (!(dialog instanceof HTMLDialogElement)) return
    event.preventDefault()
    dialog.showModal()
  })
}
