import { defineConfig } from '@adonisjs/core/bodyparser'

/**
 * Pages send plain forms. Everything else is refused before it is read (body_middleware): JSON
 * and text nowhere, multipart except on routes declared with `upload: true`.
 */
export default defineConfig({
  allowedMethods: ['POST'],
  form: {
    types: ['application/x-www-form-urlencoded'],
    limit: '256kb',
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    // `a.b=1` is a field named "a.b"; nesting is written with brackets and stays shallow:
    // `questions[0][options][0][label][it]`. Forty questions in eight languages all arrive.
    queryString: { allowDots: false, depth: 5, arrayLimit: 200, parameterLimit: 4000 },
  },
  json: { types: [] },
  raw: { types: [] },
  // Read by uploads_middleware, once it is known who sends it.
  multipart: { autoProcess: false, limit: '20mb', maxFields: 200, types: ['multipart/form-data'] },
})
