/** The origin in the document as it is built, which the library's own replaces. */
export const exampleOrigin = "https://library.example";
