import * as z from "zod";

/** A part of the document that is JSON Schema, or has one in it. */
const jsonObject = z.record(z.string(), z.unknown());

/** An operation of the OpenAPI document: as it is made, and as its page reads it. */
export const documentedOperation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()),
  security: z.array(jsonObject),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query", "header"]),
        required: z.boolean(),
        description: z.string(),
        schema: jsonObject,
        example: z.unknown().optional(),
      }),
    )
    .optional(),
  requestBody: jsonObject.optional(),
  responses: z.record(z.string(), jsonObject),
});
export type DocumentedOperation = z.infer<typeof documentedOperation>;
export type Parameter = NonNullable<DocumentedOperation["parameters"]>[number];
