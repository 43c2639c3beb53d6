/** As far as the test uses it; the package has no types. */
declare module "@adobe/structured-data-validator" {
  export default class Validator {
    validate(data: object): Promise<readonly { readonly severity: string }[]>;
  }
}
