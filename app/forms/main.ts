export {
  FIELD_KINDS,
  type Answers,
  type FieldKind,
  type FormField,
  type FormOption,
} from '#app/forms/domain/fields'
export { fieldProblems, type FieldProblem } from '#app/forms/domain/check_fields'
export {
  validateAnswers,
  type GivenFiles,
  type AnswerError,
  type AnswerErrors,
  type ValidatedAnswers,
} from '#app/forms/domain/answers'
export { givenConsents } from '#app/forms/domain/given_consents'
export { answeredFiles, withFiles } from '#app/forms/domain/file_answers'
export { sentAnswerFiles } from '#app/forms/sent_answer_files'
export { presentFileFields } from '#app/forms/presenters/file_fields'
export { normalisePhone } from '#app/forms/domain/read_answer'
export { readDate } from '#app/forms/domain/read_date'
export { FormDefinition } from '#app/forms/models/form_definition'
export { FormVersion } from '#app/forms/models/form_version'
export { formFor, formVersion } from '#app/forms/queries/form_versions'
export { saveFormVersion, type SaveFormResult } from '#app/forms/actions/save_form_version'
export { presentFields, type PresentedField } from '#app/forms/presenters/fields'
export { answerSentences } from '#app/forms/presenters/answer_sentences'
export { presentAnswers, type PresentedAnswer } from '#app/forms/presenters/answers'
