import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant } from '#core/platform'
import type { FileType } from '#app/files/domain/file_types'

const toNumber = (value: unknown) => Number(value)

/**
 * A file and where its bytes lie. It waits for a day until the record that it belongs to is
 * written, and is never changed after that: another file is another row.
 */
export class StoredFile extends BaseModel {
  static override table = 'files_files'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  /** Id of the declared use, e.g. `helpdesk.ticket`. */
  @column()
  declare use: string

  /** Id of the record in the table of the use; null while the file waits. */
  @column()
  declare recordId: number | null

  /** Random name on the disk. */
  @column({ serializeAs: null })
  declare storedAs: string

  /** What the person called it, made harmless. */
  @column()
  declare name: string

  @column()
  declare type: FileType

  @column({ consume: toNumber })
  declare bytes: number

  @column({ columnName: 'sha256' })
  declare sha256: string

  @instant()
  declare createdAt: number

  /** When a file that nobody kept goes; null once it is kept. */
  @instant()
  declare expiresAt: number | null
}
