/** Documents out of data; for now the QR code of tickets. */
export { qrCode, type QrCode } from '#app/documents/domain/qr_code'
