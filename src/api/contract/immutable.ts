import type { LibraryItem } from "../../records/schema/record.ts";

/** A type whose members and arrays are read-only at every depth. Records keep their own type. */
export type Immutable<Value> = Value extends LibraryItem
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Immutable<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
      : Value;
