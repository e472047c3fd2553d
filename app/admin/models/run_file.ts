import { BaseModel, column } from '@adonisjs/lucid/orm'

/** What an action at work on many records made of one of them, a file or a part of a document. */
export class RunFile extends BaseModel {
  static override table = 'admin_run_files'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare runId: number

  @column()
  declare recordId: number

  @column()
  declare name: string

  @column()
  declare type: string

  @column({ serializeAs: null })
  declare content: Buffer
}
