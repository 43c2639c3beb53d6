/** A tag or a character reference of a cue's text, as `<i>` and `&amp;`: a pattern's source. */
export const markup = "<[^>]*>|&#?\\w+;";
