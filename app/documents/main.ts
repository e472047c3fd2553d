/** Documents out of data: QR codes and tickets as PDF. */
export { qrCode, type QrCode } from '#app/documents/domain/qr_code'
export { ticketPdf, type Ticket } from '#app/documents/ticket_pdf'
