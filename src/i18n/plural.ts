import { memoize } from "./memoize.ts";

/**
 * The form of a phrase for a count (CLDR plural rules), with `#` replaced by the count.
 * @param forms by plural category; `other` is used if a category is missing
 */
export function plural(
  language: string,
  count: number,
  forms: { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  const form = forms[rulesIn(language).select(count)] ?? forms.other;
  return form.replace("#", numbersIn(language).format(count));
}

const rulesIn = memoize((language) => new Intl.PluralRules(language));
const numbersIn = memoize((language) => new Intl.NumberFormat(language));
