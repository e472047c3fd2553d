/** What an operator puts in place of ours; other modules check their own wordings alike. */
export { argumentsOf, checkMessage, type MessageProblem } from '#app/overrides/domain/check_message'
