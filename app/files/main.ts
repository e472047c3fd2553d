/** Attachments of any record: checked, stored outside the web root, served through a policy. */
export { defineFileUse, type FileUse } from '#app/files/use'
export { cleanFileName } from '#app/files/domain/file_name'
export { FILE_TYPES, type FileType } from '#app/files/domain/file_types'
export type { FileReason, FileRefusal } from '#app/files/domain/refusals'
export {
  readPicture,
  type Picture,
  type PictureLimits,
  type PictureRefusal,
} from '#app/files/domain/picture'
export { StoredFile } from '#app/files/models/stored_file'
export { filesOf, heldFile, heldFiles, type HeldFile } from '#app/files/queries/stored_files'
export { fileLimits, type FileLimits } from '#app/files/queries/file_limits'
export { receiveFile, type IncomingFile } from '#app/files/actions/receive_file'
export { removeFiles, setFiles } from '#app/files/actions/set_files'
export { sentFiles, type SentFiles } from '#app/files/sent_files'
export { pictureSize } from '#app/files/queries/picture_size'
export { sendFile, showPicture, showPublicPicture } from '#app/files/serve'
export {
  presentFileInput,
  presentFiles,
  type FileInput,
  type PresentedFile,
} from '#app/files/presenters/file_field'
