/** `scripts/build.ts` bundles it as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
