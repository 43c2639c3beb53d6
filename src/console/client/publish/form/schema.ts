import * as z from "zod";
import { manifestSchemas } from "../../../../manifest/schema.ts";

/** The kinds of work that the form makes. */
export const formKinds = ["Episode", "Document"] as const;
export type FormKind = (typeof formKinds)[number];

/** What of a JSON Schema the form is made from. */
export interface FieldSchema {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly const?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly maxLength?: number | undefined;
  readonly examples?: readonly unknown[] | undefined;
  readonly properties?: Readonly<Record<string, FieldSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly propertyNames?: FieldSchema | undefined;
  readonly additionalProperties?: FieldSchema | false | undefined;
  readonly items?: FieldSchema | undefined;
  readonly oneOf?: readonly FieldSchema[] | undefined;
  readonly anyOf?: readonly FieldSchema[] | undefined;
}

const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    const: z.string().optional(),
    enum: z.array(z.string()).optional(),
    maxLength: z.number().optional(),
    examples: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), fieldSchema).optional(),
    required: z.array(z.string()).optional(),
    propertyNames: fieldSchema.optional(),
    additionalProperties: z.union([z.literal(false), fieldSchema]).optional(),
    items: fieldSchema.optional(),
    oneOf: z.array(fieldSchema).optional(),
    anyOf: z.array(fieldSchema).optional(),
  }),
);

/** The JSON Schema of a kind of manifest, with which editors complete it too. */
export function schemaOf(kind: FormKind): FieldSchema {
  return fieldSchema.parse(
    z.toJSONSchema(manifestSchemas[kind], { io: "input", target: "draft-7" }),
  );
}

/** Whether a field has a text for each language. */
export function isTexts({ additionalProperties, propertyNames }: FieldSchema): boolean {
  const isLanguage = propertyNames?.description?.includes("BCP 47") === true;
  return isLanguage && additionalProperties !== undefined && additionalProperties !== false;
}
