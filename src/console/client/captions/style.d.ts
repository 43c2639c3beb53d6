/** A style sheet as text (scripts/console-scripts.ts). */
declare module "*.css" {
  const text: string;
  export default text;
}
