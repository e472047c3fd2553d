type Coded = { readonly publicId: string }

/**
 * Address for the QR code of an appointment that also names its reservation, for readers that
 * stand at an entrance. A fragment is never sent to a server: a phone opens the address as ever,
 * and whoever reads it there learns no secret.
 *
 *     reservationCode('https://desk.example/booking/manage/x', { publicId: '7Fk…' })  // '…/x#7Fk…'
 */
export const reservationCode = (address: string, { publicId }: Coded): string =>
  `${address}#${publicId}`

/** Public id of the reservation in what was read of such a code; null in anything else. */
export const reservationInCode = (text: string): string | null =>
  /^https?:\/\/\S+#([\w-]{22})$/.exec(text.trim())?.[1] ?? null
